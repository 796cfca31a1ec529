/** The look of the change report: on the screen of an office and on paper, without anything fetched. */

export const changesStyle = `
:root { --ink: #1c2733; --soft: #5a6875; --line: #d8dee4; --ground: #f4f6f8; --paper: #fff; --brand: #a4161a;
  --added: #0a6b3d; --added-ground: #e3f4ea; --removed: #a4161a; --removed-ground: #fbe6e6; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 "Be Vietnam Pro", "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, header > div { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { background: var(--paper); border-bottom: 4px solid var(--brand); padding: 1.75rem 0 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); break-after: avoid; }
h3 { font-size: 1.05rem; margin: 0; line-height: 1.4; break-after: avoid; }
h4 { font-size: .95rem; margin: .9rem 0 .2rem; color: var(--soft); font-weight: 600; break-after: avoid; }
p { margin: .25rem 0; }
.soft, .code { color: var(--soft); }
.code { font-variant-numeric: tabular-nums; font-weight: 400; white-space: nowrap; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 8rem; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; background: var(--paper); }
.counts strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .is-added strong { color: var(--added); } .counts .is-removed strong { color: var(--removed); }
nav ul, .parts { columns: 2 20rem; padding: 0; margin: .5rem 0; list-style: none; }
nav li, .parts li { display: flex; justify-content: space-between; gap: 1rem; padding: .2rem .25rem; border-bottom: 1px dotted var(--line); break-inside: avoid; }
a { color: #0b4f8a; text-underline-offset: .15em; }
article { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; margin: .9rem 0; }
article:target { border-color: var(--brand); box-shadow: 0 0 0 2px var(--brand); }
ul.items { margin: 0; padding: 0; list-style: none; }
ul.items li { padding: .3rem 0 .3rem .9rem; border-left: 4px solid var(--line); margin: .3rem 0; overflow-wrap: anywhere; white-space: pre-line; }
ul.items li.added { border-color: var(--added); } ul.items li.removed { border-color: var(--removed); }
.place { display: inline-block; font-size: .85rem; color: var(--soft); margin-right: .4rem; }
.place::after { content: ":"; }
ins, del { border-radius: .2rem; padding: 0 .15rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
ins { background: var(--added-ground); color: var(--added); text-decoration: none; }
del { background: var(--removed-ground); color: var(--removed); }
.arrow { color: var(--soft); padding: 0 .35rem; }
table { border-collapse: collapse; width: 100%; background: var(--paper); font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
th { background: var(--ground); font-weight: 600; } tr { break-inside: avoid; } thead { display: table-header-group; }
.way { width: 9rem; } td ins, td del { font-variant-numeric: tabular-nums; }
.mark { display: inline-block; font-size: .8rem; font-weight: 600; border-radius: 1rem; padding: .05rem .6rem; margin-right: .35rem; }
.mark.added { background: var(--added-ground); color: var(--added); } .mark.removed { background: var(--removed-ground); color: var(--removed); }
footer { color: var(--soft); font-size: .85rem; padding: 2rem 0; }
@media print {
  @page { margin: 16mm 14mm; }
  body { background: #fff; font-size: 10.5pt; }
  main, header > div { max-width: none; padding: 0; }
  article { border-radius: 0; padding: .5rem .75rem; }
  a { color: inherit; text-decoration: none; }
  ins, del, .mark, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  ins { text-decoration: underline; }
}`;
