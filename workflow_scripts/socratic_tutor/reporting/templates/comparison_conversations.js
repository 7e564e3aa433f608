// Conversations: filter, search, and the evidence of each score marked in the reply.
(() => {
  const PAGE = 10;
  const { items, replies, evidence, benchmarks } = data.talks;
  let at = 0;
  for (const item of items) {
    item.first = at; // place of its first turn in each system's replies
    at += 1 + item.later.length;
  }
  const find = (id) => document.getElementById(id);
  const [search, benchmark, metric, verdict, system] =
    ["search", "benchmark", "metric", "verdict", "system"].map((name) => find(`talk-${name}`));
  const ideal = data.metrics.findIndex(({ name }) => name === "ideal_turn");
  fillSelect(benchmark, [["all", "all"], ...benchmarks.map((name, place) => [place, name])]);
  // a pair has no conversation of its own
  fillSelect(metric, data.metrics.map(({ label, unit }, place) => [place, label, unit])
    .filter(([, , unit]) => unit === "turn"), Math.max(ideal, 0));
  fillSelect(verdict, [["all", "all"], ["pass", "passes"], ["fail", "fails"], ["apart", "where systems differ"]]);

  /** true, false, or null where the metric does not apply. */
  function passes(reply, m) {
    const value = reply ? reply[1][m] : "-";
    return value === "-" ? null : (value === "1") !== data.metrics[m].lower;
  }

  /** Texts that a sentence of evidence may name: itself, what follows a colon, and what stands in quotes. */
  function named(sentence) {
    const found = [sentence];
    const colon = sentence.indexOf(": ");
    if (colon >= 0) found.push(sentence.slice(colon + 2));
    for (const match of sentence.matchAll(/(?<![A-Za-z])'(.+?)'(?![A-Za-z])|"(.+?)"/g)) found.push(match[1] ?? match[2]);
    for (const match of sentence.matchAll(/(?:their answer|their value|calls|says|tells|asserts|value) (\S*\d\S*?)(?=[,;.]?(?:\s|$))/g)) found.push(match[1]);
    return found.map((text) => text.trim()).filter(Boolean);
  }

  const straight = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u00a0\u202f]/g, " ").replace(/\u2212/g, "-");

  /** A pattern that finds the text whole, blanks being alike; "fold*" is any word that begins so, "…" a cut. */
  function pattern(text) {
    const open = /[*…]$/.test(text);
    const core = straight(open ? text.slice(0, -1) : text);
    if (!core.trim()) return null;
    const escaped = core.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\s+/g, "\\s+");
    const before = /^\w/.test(core) ? "(?<![\\p{L}\\p{N}])(?<!\\d[.,])" : "";
    const after = open ? "[\\p{L}\\p{N}]*" : /\w$/.test(core) ? "(?![\\p{L}\\p{N}])(?![.,]\\d)" : "";
    return new RegExp(before + escaped.replaceAll("\\-", "-") + after, "giu");
  }

  /** [start, end, good, why] of every place in the reply that the evidence of a score names. */
  function spans(reply) {
    const [text, , why] = reply;
    const plain = straight(text);
    const found = [];
    scoresOf(reply).forEach(([m, good], place) => {
      if (m === ideal) return;
      const sentence = evidence[why[place]];
      for (const name of named(sentence)) {
        const wanted = pattern(name);
        if (!wanted) continue;
        for (const match of plain.matchAll(wanted)) {
          found.push([match.index, match.index + match[0].length, good, `${data.metrics[m].label}: ${sentence}`]);
        }
      }
    });
    return found;
  }

  function scoresOf(reply) {
    return data.metrics.map((_, m) => [m, passes(reply, m)]).filter(([, good]) => good !== null);
  }

  function marked(reply) {
    const text = reply[0];
    const found = spans(reply);
    const edges = [...new Set([0, text.length, ...found.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
    return edges.slice(1).map((end, place) => {
      const start = edges[place];
      const over = found.filter(([from, to]) => from <= start && end <= to);
      const piece = text.slice(start, end);
      if (!over.length) return piece;
      const kind = over.some(([, , good]) => !good) ? "bad" : "good";
      return element("mark", { class: kind, title: [...new Set(over.map(([, , , why]) => why))].join("\n") }, piece);
    });
  }

  function scoreLine(reply, [m, good], place) {
    return element("li", { class: good ? "good" : "bad" }, data.metrics[m].label + arrow(m),
      element("span", {}, `: ${evidence[reply[2][place]]}`));
  }

  function replyCard(s, reply) {
    const { name, kind } = data.systems[s];
    const m = Number(metric.value);
    const good = passes(reply, m);
    const word = good === null ? "does not apply" : good ? "passes" : "fails";
    const head = element("div", { class: "head" }, element("span", { class: "name" }, name),
      element("span", { class: `verdict ${good === null ? "open" : good ? "good" : "bad"}` }, word));
    if (!reply) return element("div", { class: `reply ${kind}` }, head, element("p", { class: "text none" }, "(no reply)"));
    const lines = scoresOf(reply).map((score, place) => [score, scoreLine(reply, score, place)]);
    const bad = lines.filter(([[, fine]]) => !fine).map(([, line]) => line);
    const fine = lines.filter(([[, ok]]) => ok).map(([, line]) => line);
    return element("div", { class: `reply ${kind}` }, head,
      element("p", { class: "text", dir: "auto" }, reply[0].trim() ? marked(reply) : "(empty)"),
      element("ul", { class: "scores" }, bad),
      fine.length ? element("details", {}, element("summary", {}, `${fine.length} in favour`), element("ul", { class: "scores" }, fine)) : null);
  }

  function said(who, text) {
    return element("div", { class: "said", dir: "auto" }, element("b", {}, who), text);
  }

  function card(item) {
    const body = item.said.map(([role, text]) => said(role === "assistant" ? "Tutor" : "Student", text));
    const turns = [...Array(1 + item.later.length).keys()];
    const parts = turns.flatMap((turn) => [
      turn ? said(`Student, turn ${turn + 1}`, item.later[turn - 1]) : null,
      element("div", { class: "replies" }, systemsShown().map((s) => replyCard(s, replies[s][item.first + turn]))),
    ]);
    const told = [["Mission", item.mission], ["Vocabulary", item.vocabulary.join(", ")], ["Hint", item.hint]].filter(([, text]) => text);
    return element("article", { class: "talk" },
      element("h3", {}, item.id),
      element("p", { class: "facts" }, [benchmarks[item.benchmark], `grades ${item.band}`, item.topic, item.family,
        item.misconception, `student: ${item.student.replaceAll("_", " ")}`].filter(Boolean).join(" · ")),
      body,
      element("p", { class: "answers" }, "Correct: ", element("b", {}, item.correct || "–"),
        item.wrong ? [" · the student's: ", element("b", {}, item.wrong)] : null,
        told.length ? element("details", {}, element("summary", {}, "What the tutor was told"),
          told.map(([name, text]) => element("div", {}, `${name}: ${text}`))) : null),
      parts);
  }

  function everything(item) {
    if (item.text === undefined) {
      const turns = [...Array(1 + item.later.length).keys()];
      item.text = [item.id, item.topic, item.family, item.misconception, item.band, item.student, item.correct, item.wrong,
        item.mission, item.hint, ...item.vocabulary, ...item.said.map(([, text]) => text), ...item.later,
        ...replies.flatMap((of) => turns.map((turn) => of[item.first + turn]?.[0] ?? ""))].join("\n").toLowerCase();
    }
    return item.text;
  }

  function wanted(item) {
    if (benchmark.value !== "all" && item.benchmark !== Number(benchmark.value)) return false;
    const m = Number(metric.value);
    if (verdict.value !== "all") {
      const of = system.value === "any" || verdict.value === "apart" ? systemsShown() : [Number(system.value)];
      const turns = [...Array(1 + item.later.length).keys()];
      const found = turns.map((turn) => of.map((s) => passes(replies[s][item.first + turn], m)).filter((good) => good !== null));
      if (verdict.value === "pass" && !found.flat().includes(true)) return false;
      if (verdict.value === "fail" && !found.flat().includes(false)) return false;
      if (verdict.value === "apart" && !found.some((of) => of.includes(true) && of.includes(false))) return false;
    }
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    return words.every((word) => everything(item).includes(word));
  }

  const list = find("talk-list"), more = find("talk-more"), count = find("talk-count");
  let found = [];
  function draw() {
    found = items.filter(wanted);
    count.textContent = `${found.length.toLocaleString("en")} item${found.length === 1 ? "" : "s"}`;
    list.replaceChildren();
    next();
  }
  function next() {
    const from = list.childElementCount;
    list.append(...found.slice(from, from + PAGE).map(card));
    more.hidden = list.childElementCount >= found.length;
  }
  function systemOptions() {
    const kept = system.value;
    fillSelect(system, [["any", "any system shown"], ...systemsShown().map((s) => [s, data.systems[s].name])]);
    system.value = [...system.options].some(({ value }) => value === kept) ? kept : "any";
    draw();
  }
  for (const control of [benchmark, metric, verdict, system]) control.addEventListener("change", draw);
  let waiting;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(draw, 200); });
  more.addEventListener("click", next);
  withSystems(systemOptions);
})();
