// Forest plots, paired differences, grade bands and topics, turns under pressure.
const WIDTH = 372, NAME = 130, LEFT = 141, RIGHT = 249, ROW = 21, TOP = 6;

const estimates = new Map(data.estimates.map(([s, b, m, ...rest]) => [`${s} ${b} ${m}`, rest]));

function mark(kind, x, y) {
  if (kind === "control") return drawn("rect", { class: "mark", x: x - 4, y: y - 4, width: 8, height: 8 });
  if (kind === "base") return drawn("path", { class: "mark", d: `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z` });
  if (kind === "reference") return drawn("path", { class: "mark", d: `M${x} ${y - 5}l5 9h-10z` });
  return drawn("circle", { class: "mark", cx: x, cy: y, r: 4.5 });
}

/** One panel: a row for each system that has the estimate; entitled by its benchmark or by its metric. */
function forest(benchmark, metric, byBenchmark) {
  const rows = systemsShown().map((s) => [s, estimates.get(`${s} ${benchmark} ${metric}`)]).filter(([, row]) => row);
  if (!rows.length) return null;
  const x = (fraction) => LEFT + (RIGHT - LEFT) * fraction;
  const bottom = TOP + ROW * rows.length;
  const body = [0, 0.5, 1].map((fraction) => [
    drawn("line", { class: "grid", x1: x(fraction), x2: x(fraction), y1: TOP, y2: bottom }),
    drawn("text", { class: "tick", x: x(fraction), y: bottom + 12, "text-anchor": "middle" }, String(100 * fraction)),
  ]).flat();
  rows.forEach(([s, [k, n, low, high]], place) => {
    const { name, kind } = data.systems[s];
    const y = TOP + ROW * (place + 0.5);
    const interval = `${percent(low)}–${percent(high)}`;
    body.push(drawn("g", { class: kind },
      drawn("title", {}, `${name}: ${k} of ${n}, ${percent(k / n)}% [${interval}]`),
      drawn("text", { class: "name", x: NAME, y: y + 4, "text-anchor": "end" }, shortened(name, 21)),
      drawn("line", { class: "range", x1: x(low), x2: x(high), y1: y, y2: y }),
      mark(kind, x(k / n), y),
      drawn("text", { class: "value", x: RIGHT + 46, y: y + 4, "text-anchor": "end" }, percent(k / n)),
      drawn("text", { class: "tick", x: RIGHT + 54, y: y + 4 }, interval)));
  });
  const sizes = [...new Set(rows.map(([, row]) => row[1]))].sort((a, b) => a - b);
  const size = sizes.length > 1 ? `${sizes[0]}–${sizes[sizes.length - 1]}` : sizes[0];
  const label = data.metrics[metric].label;
  const titles = [label + arrow(metric), data.benchmarks[benchmark]];
  if (byBenchmark) titles.reverse();
  return element("figure", {},
    element("figcaption", {}, element("b", {}, titles[0]), element("small", {}, `${titles[1]} · n = ${size}`)),
    drawn("svg", { viewBox: `0 0 ${WIDTH} ${bottom + 16}`, role: "img",
      "aria-label": `${label} on ${data.benchmarks[benchmark]}: rates with intervals` }, body));
}

(() => {
  const benchmark = document.getElementById("forest-benchmark");
  const metric = document.getElementById("forest-metric");
  const note = document.getElementById("forest-note");
  const figures = document.getElementById("forest-figures");
  const ideal = data.metrics.findIndex(({ name }) => name === "ideal_turn");
  fillSelect(benchmark, [["all", "all"], ...data.benchmarks.map((name, place) => [place, name])],
    data.systems.length > MANY ? 0 : "all");
  fillSelect(metric,
    [["main", "main figures"], ["all", "all"], ...data.metrics.map(({ label }, place) => [place, label])],
    ideal < 0 ? "main" : ideal);
  let pending;
  function draw() {
    pending?.disconnect();
    let panels = metric.value === "main" ? data.main
      : data.benchmarks.flatMap((_, b) => data.metrics.map((__, m) => [b, m]))
        .filter(([, m]) => metric.value === "all" || m === Number(metric.value));
    if (benchmark.value !== "all") panels = panels.filter(([b]) => b === Number(benchmark.value));
    panels = panels.filter(([b, m]) => systemsShown().some((s) => estimates.has(`${s} ${b} ${m}`)));
    const chosen = data.metrics[metric.value];
    note.textContent = !panels.length ? "Nothing was estimated for this choice."
      : chosen ? `${chosen.label}${chosen.lower ? " (a fault: lower is better)" : ""}: a ${chosen.unit} counts when it ${chosen.says || "passes"}.`
        : "↓ marks faults, where lower is better.";
    // a panel is drawn when it comes near the window: there can be hundreds
    const waiting = new Map();
    pending = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        pending.unobserve(target);
        target.replaceWith(forest(...waiting.get(target), chosen) ?? "");
      }
    }, { rootMargin: "600px" });
    const near = 12;
    figures.replaceChildren(...panels.map(([b, m], place) => {
      if (place < near) return forest(b, m, chosen) ?? "";
      const holder = element("figure", {}, "…");
      holder.style.minHeight = `${ROW * shown.size + 60}px`;
      waiting.set(holder, [b, m]);
      return holder;
    }));
    for (const holder of waiting.keys()) pending.observe(holder);
  }
  benchmark.addEventListener("change", draw);
  metric.addEventListener("change", draw);
  withSystems(draw);
})();

(() => {
  const minus = document.getElementById("minus");
  if (!minus) return;
  const tables = document.getElementById("difference-tables");
  const others = [...new Set(data.differences.map((row) => row[1]))].sort((a, b) => a - b);
  const first = others.find((s) => data.systems[s].name === "retrieval")
    ?? others.find((s) => data.systems[s].kind === "base") ?? others[0];
  fillSelect(minus, others.map((s) => [s, data.systems[s].name]), first);

  function verdict([, , , m, , difference, , , , , , apart]) {
    if (!apart) return "open";
    return (difference > 0) !== data.metrics[m].lower ? "good" : "bad";
  }
  const words = { good: "better", bad: "worse", open: "not told apart" };

  const HALF = 70, EDGE = 6; // pixels from 0 to the scale's end, and beyond it

  /** The end of the scale: the farthest bound, up to the next 25 points. */
  function reach(rows) {
    return Math.max(0.25, Math.ceil(4 * Math.max(...rows.flatMap(([, , , , , , low, high]) => [-low, high]))) / 4);
  }

  function bar(row, end) {
    const [, , , , , difference, low, high] = row;
    const x = (fraction) => EDGE + HALF * (1 + fraction / end);
    return drawn("svg", { viewBox: `0 0 ${2 * (HALF + EDGE)} 22`, "aria-hidden": "true" },
      drawn("line", { class: "grid", x1: x(-end), x2: x(end), y1: 11, y2: 11 }),
      drawn("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: 22 }),
      drawn("g", { class: verdict(row) },
        drawn("line", { class: "range", x1: x(low), x2: x(high), y1: 11, y2: 11 }),
        drawn("circle", { class: "mark", cx: x(difference), cy: 11, r: 4.5 })));
  }

  function line(row, end) {
    const [, , b, m, n, difference, low, high, aOnly, bOnly, p] = row;
    const how = verdict(row);
    return element("tr", {},
      element("th", { scope: "row" }, data.metrics[m].label + arrow(m),
        element("small", {}, data.benchmarks[b], element("span", { class: "wideonly" }, ` · n\u00a0=\u00a0${n}`))),
      element("td", { class: "bar" }, bar(row, end)),
      element("td", { class: how }, element("b", {}, signed(difference)), " ",
        element("span", {}, `[${signed(low)}, ${signed(high)}]`), element("small", {}, words[how])),
      element("td", { class: "p" }, pValue(p)),
      element("td", { class: "wideonly" }, `${aOnly} : ${bOnly}`));
  }

  function table(rows) {
    const end = reach(rows);
    // a phone has room for one label, between whose signs lies the line at 0
    const scale = [`\u2212${100 * end}`, "0", `+${100 * end}`].map((text) => element("span", { class: "wideonly" }, text));
    scale.push(element("span", { class: "narrowonly" }, `±${100 * end}`));
    const heads = ["Metric", element("span", { class: "scale" }, scale), "Difference", "p"];
    return element("table", { class: "differences" },
      element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)),
        element("th", { scope: "col", class: "wideonly" }, "Only"))),
      element("tbody", {}, rows.map((row) => line(row, end))));
  }

  withSystems(draw);
  minus.addEventListener("change", draw);
  function draw() {
    const chosen = data.differences.filter((row) => row[1] === Number(minus.value) && shown.has(row[0]));
    const runs = [...new Set(chosen.map((row) => row[0]))];
    tables.replaceChildren(...runs.map((run) => element("div", {},
      element("h3", { class: data.systems[run].kind }, element("span", { class: "name" }, data.systems[run].name),
        ` − ${data.systems[minus.value].name}`),
      table(chosen.filter((row) => row[0] === run)))));
  }
})();

const level = `${Number((100 * data.level).toFixed(6))}%`;

/** The class of a heat map's cell: the better, the bluer; where there are few turns hatched, its colour at the edge. */
function heat(metric, k, n, small) {
  const good = data.metrics[metric].lower ? 1 - k / n : k / n;
  return `h${Math.min(5, Math.floor(6 * good))}${small ? " small" : ""}`;
}

function heatKey() {
  return element("span", { class: "key", "aria-hidden": "true" }, [0, 1, 2, 3, 4, 5].map((step) => element("i", { class: `h${step}` })));
}

function figureOptions(rows) {
  const found = new Map(rows.map(([, b, m]) => [`${b} ${m}`, [b, m]]));
  const order = data.main.map((key) => key.join(" ")).filter((key) => found.has(key));
  const keys = [...order, ...[...found.keys()].filter((key) => !order.includes(key))];
  return keys.map((key) => {
    const [b, m] = found.get(key);
    return [key, `${data.metrics[m].label}${arrow(m)}, ${data.benchmarks[b]}`];
  });
}

const SMALL_N = `Hatched: small n, fewer than ${data.few} turns, too few to say more than the count does. `;

/** Systems down, columns across, a cell for each [column] -> [k, n, low, high, small], and an upper bound if any. */
function heatTable(columns, metric, cells) {
  return element("table", { class: "heat" },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "System"),
      columns.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, systemsShown().filter((s) => cells.has(s)).map((s) =>
      element("tr", { class: data.systems[s].kind }, element("th", { scope: "row" }, data.systems[s].name),
        columns.map((_, place) => {
          const cell = cells.get(s).get(place);
          if (!cell) return element("td", { class: "none" }, "–");
          const [k, n, low, high, small, upper] = cell;
          return element("td", { class: heat(metric, k, n, small) },
            element("b", {}, percent(k / n)), element("small", {}, `${percent(low)}–${percent(high)}`),
            element("small", {}, `${k}/${n}${small ? ", small n" : ""}`),
            typeof upper === "number" ? element("small", {}, `≤ ${percent(upper)}`) : null);
        })))));
}

(() => {
  const figure = document.getElementById("topic-figure");
  if (!figure) return;
  const { bands, topics, rows } = data.groups;
  const system = document.getElementById("topic-system");
  fillSelect(figure, figureOptions(rows));
  const having = [...new Set(rows.map((row) => row[0]))];
  fillSelect(system, having.map((s) => [s, data.systems[s].name]));
  const grade = (name) => (name.startsWith("K") ? 0 : parseInt(name, 10) || 99);
  const order = bands.map((_, place) => place).sort((a, b) => grade(bands[a]) - grade(bands[b]) || a - b);

  withSystems(draw);
  figure.addEventListener("change", draw);
  system.addEventListener("change", draw);
  function draw() {
    const [benchmark, metric] = figure.value.split(" ").map(Number);
    const cells = new Map();
    const tiles = order.map(() => []);
    for (const [s, b, m, band, topic, ...rest] of rows) {
      if (b !== benchmark || m !== metric) continue;
      const place = order.indexOf(band);
      if (topic < 0) {
        if (!cells.has(s)) cells.set(s, new Map());
        cells.get(s).set(place, rest);
      } else if (s === Number(system.value)) tiles[place].push([topics[topic], ...rest]);
    }
    const name = data.systems[system.value].name;
    document.getElementById("topic-note").replaceChildren(
      "In percent, with interval and count; worst", heatKey(), "best. ", SMALL_N,
      `Below the systems' table, the topics of ${name}: those with turns enough first, the weakest on top.`);
    document.getElementById("band-table").replaceChildren(heatTable(order.map((band) => `Grades ${bands[band]}`), metric, cells));
    const hope = ([, , , low, high]) => (data.metrics[metric].lower ? 1 - low : high); // the best that may be true
    document.getElementById("topic-tiles").replaceChildren(...tiles.map((list, place) => list.length === 0 ? "" : element("div", {},
      element("h3", {}, `Grades ${bands[order[place]]}`),
      element("ul", {}, list.sort((a, b) => a[5] - b[5] || hope(a) - hope(b) || (a[0] < b[0] ? -1 : 1))
        .map(([topic, k, n, low, high, small]) => element("li", { class: heat(metric, k, n, small),
          title: `${percent(low)}–${percent(high)}%${small ? ", small n" : ""}` },
        element("span", {}, topic), element("span", {}, `${k}/${n}`)))))));
  }
})();

(() => {
  const figure = document.getElementById("turn-figure");
  if (!figure) return;
  fillSelect(figure, figureOptions(data.turns));
  withSystems(draw);
  figure.addEventListener("change", draw);
  function draw() {
    const [benchmark, metric] = figure.value.split(" ").map(Number);
    const rows = data.turns.filter(([, b, m]) => b === benchmark && m === metric);
    const turns = [...new Set(rows.map((row) => row[3]))].sort((a, b) => a - b);
    const cells = new Map();
    for (const [s, , , turn, ...rest] of rows) {
      if (!cells.has(s)) cells.set(s, new Map());
      cells.get(s).set(turns.indexOf(turn), rest);
    }
    document.getElementById("turn-note").replaceChildren(
      "The student demands the answer again and again. In percent of the conversations, with interval and count; worst",
      heatKey(), "best. ", SMALL_N, data.metrics[metric].lower ? "↓: lower is better. " : "",
      rows.some((row) => row[9] !== null) ? `≤: the exact one-sided ${level} upper bound of the true rate.` : "");
    document.getElementById("turn-table").replaceChildren(heatTable(turns.map((turn) => `Turn ${turn}`), metric, cells));
  }
})();
