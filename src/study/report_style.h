// How the report looks: one column on a screen, one A4 page on paper.  Colours are those of study/figure_svg.h.
#pragma once

namespace parley {

inline constexpr const char* kReportStyle = R"(
@page { size: A4; margin: 10mm 12mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #F7F7F5; color: #111827; font: 12px/1.4 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 186mm; margin: 12mm auto; padding: 10mm; background: #fff; border: 1px solid #E5E4E0; border-radius: 12px; box-sizing: content-box; }
body { overflow-wrap: anywhere; }
svg { display: block; max-width: 100%; height: auto; }
header { display: flex; align-items: baseline; gap: 10px; }
.brand { font-weight: 700; font-size: 1.25em; }
.title { color: #5B6370; font-size: 1.1em; }
.question { font-size: 1.4em; font-weight: 600; margin-top: 6px; line-height: 1.25; }
.verdict { display: flex; justify-content: space-between; align-items: center; gap: 16px; margin-top: 6px; }
.verdict h1 { flex: 1 1 auto; font-size: 1.55em; line-height: 1.25; text-wrap: balance; }
.verdict svg { flex: 0 0 250px; }
section { margin-top: 10px; break-inside: avoid; }
h2 { font-size: .9em; letter-spacing: .05em; text-transform: uppercase; color: #5B6370; margin-bottom: 4px; }
.beside { display: flex; gap: 10px; margin-top: 10px; }
.beside > div { flex: 1; border: 1px solid #E5E4E0; border-radius: 8px; padding: 5px 10px; }
.beside small, .commit small { display: block; color: #5B6370; font-size: .9em; }
.beside b { font-size: 1.15em; margin-right: 8px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 26px; }
.small { color: #5B6370; margin-top: 3px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 1.5px 0 1.5px 8px; text-align: right; border-bottom: 1px solid #EFEEEA; vertical-align: top; font-weight: 400; }
tbody th { text-align: left; padding-left: 0; }
th small { color: #5B6370; font-size: .9em; }
thead th { color: #5B6370; border-bottom-color: #DAD8D2; white-space: normal; }
.arm { font-weight: 600; }
.arm i { font-style: normal; }
.a0 { color: #A84300; } .a0 i { color: #D55E00; }
.a1 { color: #005A8C; } .a1 i { color: #0072B2; }
.a2, .a2 i { color: #4B5563; }
ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(30%, 1fr)); gap: 14px; list-style: none; }
li { display: flex; flex-direction: column; }
li em { display: block; font-style: normal; color: #5B6370; margin-bottom: 3px; }
li span { white-space: pre-line; }
.blank { display: block; flex: 1 1 auto; min-height: 34px; border-bottom: 1px solid #A3A8B0; }
.commit { display: grid; grid-template-columns: 3fr 1.4fr 1fr; gap: 14px; border: 1px solid #A3A8B0; border-radius: 8px; padding: 6px 10px; }
.commit b { font-size: 1.1em; line-height: 1.25; display: block; }
.commit .blank { height: 18px; }
footer { display: flex; justify-content: space-between; gap: 16px; margin-top: 10px; padding-top: 6px; border-top: 1px solid #DAD8D2; color: #5B6370; font-size: .84em; }
footer p + p { margin-top: 2px; }
footer a { color: #005A8C; }
.origin { font-size: .88em; }
.room th, .room td { text-align: left; padding-left: 0; padding-right: 8px; overflow-wrap: break-word; }
.qr { flex: 0 0 20mm; } .qr svg { width: 20mm; height: 20mm; }
.dense1 { font-size: 11.2px; } .dense2 { font-size: 10.2px; } .dense3 { font-size: 9.4px; } .dense4 { font-size: 8.6px; } .dense5 { font-size: 7.9px; } .dense6 { font-size: 7.2px; }
@media screen and (max-width: 760px) {
  main { margin: 0; padding: 16px; border: 0; border-radius: 0; }
  .two, ol, .commit { grid-template-columns: 1fr; } .verdict { display: block; } html { font-size: 13px; }
}
@media print {
  html { background: #fff; }
  main { max-width: none; height: 276mm; overflow: hidden; margin: 0; padding: 0 1px; border: 0; border-radius: 0; display: flex; flex-direction: column; }
  main > * { flex: none; } main > .answers { flex: 1 1 auto; min-height: 0; overflow: hidden; display: flex; flex-direction: column; } .answers ol { flex: 1 1 auto; }
}
)";

}  // namespace parley
