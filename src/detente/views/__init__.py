"""The record shown without a page: each module takes a `Record` and gives rows or text.

`timeline`, `people`, `statements`, `undertakings` and `disputes` have `rows(record)`, whose rows are
structs of plain values; `event` and `brief` give text; `export` gives the contract in JSON.
"""
