// Words of the screens of the overview.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "dashboard.title": "Overview",
  "dashboard.path": "The way down from your union",
  "dashboard.back": "Campaign",
  "dashboard.as-of": "As of",
  "dashboard.as-of-before": "The day before",
  "dashboard.as-of-after": "The day after",
  "dashboard.as-of-today": "Back to today",
  "dashboard.as-of-past":
    "Looking back at {day}: the tree, the targets and the figures of that day.",
  "dashboard.as-of-before-start": "The campaign begins on {day}; before that there are no figures.",

  "dashboard.at-instant": "By {time} on {day}",
  "dashboard.at-day": "By the end of {day}",
  "dashboard.sentence":
    "{at}: {units} units of blood of the union, {standing}{owing, plural, =0 {} other {; {owing, number} unions have not fully reported}}.",
  "dashboard.sentence-none":
    "{at}: no unit of blood yet; {registered} people registered{owing, plural, =0 {} other {; {owing, number} unions have not fully reported}}.",
  "dashboard.standing.none": "no target assigned",
  "dashboard.standing.zero": "the assigned target is 0",
  "dashboard.standing.met": "{percent} of the assigned target",
  "dashboard.standing.exceeded": "{percent} of the assigned target, {surplus} over",
  "dashboard.standing.exceeded-little": "{percent} of the assigned target, {units} units over",
  "dashboard.standing.short": "{percent} of the assigned target, {units} short",
  "dashboard.own-standing": "Against its own number {target}: {words}.",
  "dashboard.event":
    "The whole event, with people from outside the union: {units} units of blood from {donated} people. Never added to the union's figures.",
  "dashboard.rule.bag": "One unit of blood is one bag.",
  "dashboard.rule.ml250": "One unit of blood is 250 ml.",
  "dashboard.bar-words": "{units} units of blood",
  "dashboard.funnel-words": "{registered} people registered, {donated} gave",
  "dashboard.reports-owed":
    "{owed, number} reports not sent{late, plural, =0 {} other {, {late, number} of them late}}.",

  "dashboard.chart": "Progress by day",
  "dashboard.chart-empty": "The chart begins when the first donation day is closed.",
  "dashboard.chart-missing":
    "The chart did not load, the network is weak. See the numbers below, or reload the page.",
  "dashboard.chart-words":
    "Chart: from {from} to {until}, {units} units of blood in all; {points, number} days with figures.",
  "dashboard.chart-words-plan": "The plan line runs evenly from 0 on {from} to {target} on {until}.",
  "dashboard.chart-done": "Reached",
  "dashboard.chart-plan": "Plan",
  "dashboard.chart-table": "See the numbers",
  "dashboard.chart-day": "Day",
  "dashboard.chart-units": "Units of blood so far",
  "dashboard.chart-registered": "Registered so far",
  "dashboard.chart-plan-note":
    "The plan line spreads the assigned target evenly over the days of the campaign.",

  "dashboard.tiles": "Tile map",
  "dashboard.tiles-lead":
    "One tile a union; filled by how much of the assigned target is reached. Press to look inside.",
  "dashboard.tile.exceeded": "{percent}",
  "dashboard.tile.met": "{percent}",
  "dashboard.tile.short": "{units} short",
  "dashboard.tile.none": "no target",
  "dashboard.tile-units": "{units} units",
  "dashboard.tile-late": "something is late",

  "dashboard.rows": "Union by union",
  "dashboard.rows-own": "{unit} (direct)",
  "dashboard.rows-more": "{count, number} more unions are not shown; the sums count them.",
  "dashboard.rows-empty-title": "No unions below",
  "dashboard.rows-empty": "This is the last level of the tree on the day shown.",
  "dashboard.col.unit": "Union",
  "dashboard.col.units": "Units of blood",
  "dashboard.col.assigned": "Assigned",
  "dashboard.col.own": "Own number",
  "dashboard.col.funnel": "Registered → gave",
  "dashboard.col.receipt": "Letters",
  "dashboard.col.reports": "Reports",
  "dashboard.cell-target": "{target}: {words}",
  "dashboard.cell-funnel": "{registered} → {donated}",
  "dashboard.cell-funnel-rate": "({percent})",
  "dashboard.receipt.not-received": "not received",
  "dashboard.receipt.received": "received",
  "dashboard.receipt.disseminated": "spread",
  "dashboard.reports.none": "none owed",
  "dashboard.reports.owed": "{owed, number} not sent",
  "dashboard.reports.late": "{late, number} late",

  "dashboard.late": "Who is late",
  "dashboard.late-none": "No union is late.",
  "dashboard.late-count": "{count, number} things are late; the {shown, number} oldest are shown.",
  "dashboard.late-all": "{count, number} things are late.",
  "dashboard.late.receipt": "has not confirmed receipt",
  "dashboard.late.dissemination": "has not spread the letter",
  "dashboard.late.report": "not reported",
  "dashboard.late-due": "due {due}",
  "dashboard.late-show-all": "Show all {count, number}",
  "dashboard.late-remind": "Remind",
  "dashboard.late-text":
    "Reminder for the campaign {campaign}, as of {day}:\n{lines}\nOpen Giọt Hồng, To do, and settle each.",
  "dashboard.late-text-line": "- {unit}: {what} ({subject})",
};
