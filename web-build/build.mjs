// Puts what the page needs from npm into src/detente/web/static/vendor: D3 and Plot as two small
// modules over one shared part, htmx and the map as they come, and the licences of all that is in them.
//
//   npm install --ignore-scripts && npm run build
//
// The result is committed, so that neither Node nor a network is needed to run the page.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = resolve(here, "../src/detente/web/static/vendor");

// Plot writes a <style> element into what it draws, which the page's content security policy does
// not allow. The same rules stand in detente.css under the class name "plot".
const withoutStyle = {
  name: "without-style",
  setup(bundle) {
    bundle.onLoad({ filter: /@observablehq\/plot\/src\/plot\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(/\.call\(\(svg\) =>\s*\/\/[^\n]*\s*svg\.append\("style"\)[\s\S]*?`\s*\)\s*\)/, "");
      if (contents === source) throw new Error("Plot no longer writes its <style> as it did");
      return { contents };
    });
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { d3: join(here, "d3.mjs"), plot: join(here, "plot.mjs") },
  outdir: out,
  absWorkingDir: here,
  bundle: true,
  splitting: true,
  chunkNames: "shared",
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  metafile: true,
  plugins: [withoutStyle],
});
await copyFile(join(modules, "htmx.org/dist/htmx.min.js"), join(out, "htmx.js"));
await copyFile(join(modules, "world-atlas/countries-50m.json"), join(out, "countries.json"));

const packages = new Set(["htmx.org", "world-atlas"]);
for (const input of Object.keys(metafile.inputs)) {
  const name = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (name) packages.add(name[1]);
}
const parts = [];
for (const name of [...packages].sort()) {
  const { version, license } = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
  const file = (await readdir(join(modules, name))).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = (await readFile(join(modules, name, file), "utf8")).trim();
  parts.push(`${name} ${version} (${license})\n\n${text}\n`);
}
await writeFile(join(out, "LICENCES.txt"), parts.join(`\n${"-".repeat(72)}\n\n`));
