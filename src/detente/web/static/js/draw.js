// What the drawings share: days as dates, words of the page's language, and a label that follows the
// pointer or the focus.
import { timeFormatLocale } from "../vendor/d3.js";

export const language = document.documentElement.lang;
const names = {
  fr: {
    dateTime: "%A %e %B %Y %H:%M", date: "%d/%m/%Y", time: "%H:%M", periods: ["", ""],
    days: "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" "),
    shortDays: "dim lun mar mer jeu ven sam".split(" "),
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    shortMonths: "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split(" "),
  },
  en: {
    dateTime: "%A %e %B %Y %H:%M", date: "%d/%m/%Y", time: "%H:%M", periods: ["AM", "PM"],
    days: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
    shortDays: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
    months: "January February March April May June July August September October November December".split(" "),
    shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  },
};
const locale = timeFormatLocale(names[language] ?? names.fr);
const hours = locale.utcFormat("%H:%M");
const days = locale.utcFormat("%e %b");
const months = locale.utcFormat("%b %Y");
const years = locale.utcFormat("%Y");

// A tick of a time axis, as fine as it stands for.
export const tick = (date) => {
  if (date.getUTCHours() || date.getUTCMinutes()) return hours(date);
  if (date.getUTCDate() !== 1) return days(date);
  return (date.getUTCMonth() ? months : years)(date);
};
export const dayName = locale.utcFormat("%e %B %Y");

// Days are counted as the record does: 1 is the first day of the year 1.
const EPOCH = 719163;
export const dateOf = (ordinal) => new Date((ordinal - EPOCH) * 864e5);

export const svgElement = (name, attributes = {}) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

// A label in the drawing that says what is pointed at; returns (element, text) => void.
export const tip = (canvas) => {
  const label = document.createElement("div");
  label.className = "tip";
  label.hidden = true;
  canvas.append(label);
  const show = (element, text) => {
    label.textContent = text;
    label.hidden = false;
    const at = element.getBoundingClientRect();
    const around = canvas.getBoundingClientRect();
    const left = Math.min(at.left - around.left, around.width - label.offsetWidth - 4);
    label.style.left = `${Math.max(0, left)}px`;
    label.style.top = `${at.bottom - around.top + 6}px`;
  };
  const hide = () => { label.hidden = true; };
  return (element, text) => {
    element.addEventListener("mouseenter", () => show(element, text));
    element.addEventListener("focus", () => show(element, text));
    element.addEventListener("mouseleave", hide);
    element.addEventListener("blur", hide);
  };
};

export const load = async (address) => {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};
