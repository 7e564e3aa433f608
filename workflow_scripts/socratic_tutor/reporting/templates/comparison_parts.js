// What the page's figures and conversations share: data, elements, wording, which systems are shown.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const MANY = 40; // with more systems than this, a choice of them is shown at first
const FIRST = 12;

/** An element with attributes and children; text becomes text nodes, so nothing in it is ever read as HTML. */
function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** As in every table: one decimal, halves to even, never rounded up to 100.0 or down to 0.0 when it is not. */
function percent(fraction) {
  const value = 100 * fraction;
  const whole = Math.floor(value);
  const text = value - whole === 0.25 ? `${whole}.2` : value.toFixed(1);
  if (text === "100.0" && fraction < 1) return ">99.9";
  if (text === "0.0" && fraction > 0) return "<0.1";
  return text;
}

function signed(fraction) {
  const text = Math.abs(100 * fraction).toFixed(1);
  return Number(text) === 0 ? text : (fraction > 0 ? "+" : "\u2212") + text;
}

/** Three decimals, halves to even, as the sentences above and the cards have them. */
function pValue(p) {
  if (p < 0.001) return "< .001";
  const whole = Math.floor(1000 * p);
  const rounded = 1000 * p - whole === 0.5 ? whole + (whole % 2) : Math.round(1000 * p);
  return (rounded / 1000).toFixed(3).replace(/^0/, "");
}

function shortened(name, length) {
  if (name.length <= length) return name;
  const head = Math.ceil((length - 1) * 0.45);
  return `${name.slice(0, head)}…${name.slice(name.length - (length - 1 - head))}`;
}

function arrow(metric) {
  return data.metrics[metric].lower ? " ↓" : "";
}

function fillSelect(select, options, chosen) {
  select.replaceChildren(...options.map(([value, text]) => element("option", { value }, text)));
  if (chosen !== undefined) select.value = String(chosen);
}

const shown = new Set();
const listeners = [];

function systemsShown() {
  return data.systems.map((_, place) => place).filter((place) => shown.has(place));
}

/** Calls `draw` now and whenever another choice of systems is made. */
function withSystems(draw) {
  listeners.push(draw);
  draw();
}

(() => {
  const runs = data.systems.map((_, place) => place)
    .filter((place) => ["run", "filtered"].includes(data.systems[place].kind));
  const late = new Set(data.systems.length > MANY ? runs.slice(FIRST) : []);
  data.systems.forEach((_, place) => { if (!late.has(place)) shown.add(place); });
  const holder = document.getElementById("systems");
  const summary = holder.parentElement.querySelector("summary");
  const count = () => { summary.textContent = `Systems: ${shown.size} of ${data.systems.length}`; };
  const boxes = data.systems.map((system, place) => {
    const box = element("input", { type: "checkbox", checked: shown.has(place) });
    box.addEventListener("change", () => {
      if (box.checked) shown.add(place); else shown.delete(place);
      changed();
    });
    return { box, label: element("label", { class: system.kind }, box, element("span", { class: "name" }, system.name)) };
  });
  const all = element("input", { type: "checkbox", checked: shown.size === data.systems.length });
  all.addEventListener("change", () => {
    boxes.forEach(({ box }, place) => { box.checked = all.checked; if (all.checked) shown.add(place); });
    if (!all.checked) shown.clear();
    changed();
  });
  function changed() {
    all.checked = shown.size === data.systems.length;
    count();
    for (const draw of listeners) draw();
  }
  holder.append(element("label", { class: "all" }, all, "all"), ...boxes.map(({ label }) => label));
  count();
})();
