// One reply at a time; every answer is kept in the browser at once, under the pack's digest, and leaves it as CSV only.
const pack = JSON.parse(document.getElementById("data").textContent);
const store = "labels:" + pack.digest;
const found = (name) => document.getElementById(name);
const kept = recall();
let place = Math.min(kept.place, pack.replies.length - 1);
let question = 0; // its place among those that are asked of the open reply

const askedOf = (reply) => pack.labels.filter((label) => reply.asked.includes(label.name));
const asked = () => askedOf(pack.replies[place]);

function recall() {
  let read = null;
  try { read = JSON.parse(localStorage.getItem(store)); } catch { /* nothing kept, or nothing that can be read */ }
  return { place: 0, who: "", answers: {}, ...(read || {}) };
}

function tell(text, bad) {
  found("message").textContent = text;
  found("message").classList.toggle("bad", Boolean(bad));
}

const answer = (reply, name) => (kept.answers[reply.reply_id] || {})[name] || "";
const done = (reply) => askedOf(reply).every((label) => answer(reply, label.name));

function keep() {
  kept.place = place;
  kept.who = found("who").value.trim();
  try {
    localStorage.setItem(store, JSON.stringify(kept));
  } catch {
    tell("This browser keeps nothing for this page: save a file before you close it.", true);
  }
  const count = pack.replies.filter(done).length;
  found("progress").textContent = `Reply ${place + 1} of ${pack.replies.length}; ${count} done`;
  found("bar").value = count;
}

function set(name, value) {
  const id = pack.replies[place].reply_id;
  kept.answers[id] = { ...kept.answers[id], [name]: value };
  keep();
}

function element(tag, text, classes) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

const plain = (value) => value.replaceAll("_", " ");

function examplesOf(label) {
  const shown = document.createElement("details");
  const list = document.createElement("dl");
  label.examples.forEach((example) => {
    const why = element("dd", `: ${example.why}`);
    why.prepend(element("b", plain(example.answer)));
    const before = example.student ? `To “${example.student}”: ` : "";
    list.append(element("dt", `${before}“${example.tutor}”`), why);
  });
  shown.append(element("summary", "What it means, with examples"), element("p", label.note), list);
  return shown;
}

function fieldOf(label, number, reply) {
  const field = document.createElement("fieldset");
  field.append(element("legend", label.question));
  label.answers.forEach((value) => {
    const choice = document.createElement("label");
    const radio = document.createElement("input");
    Object.assign(radio, { type: "radio", name: label.name, value, checked: answer(reply, label.name) === value });
    radio.addEventListener("change", () => {
      set(label.name, value);
      question = Math.min(number + 1, asked().length - 1);
      mark();
    });
    choice.append(radio, " " + plain(value));
    field.append(choice);
  });
  field.append(examplesOf(label));
  return field;
}

function said(text, who, classes) {
  const box = element("div", "", classes);
  if (who) box.append(element("b", who));
  box.append(text);
  return box;
}

// What the student did and what the tutor was told; rows that a reply has nothing for are left out.
function aboutOf(reply) {
  const list = element("dl", "", "about");
  const notes = [
    ["Mission", reply.mission],
    ["Vocabulary", reply.vocabulary],
    ["Hint", reply.hint && `the student ${reply.hint}`],
  ];
  const rows = [
    ["Student", `${reply.student}; grades ${reply.grades}, ${reply.topic}`],
    ["Wrong answer", reply.error],
    ["Other errors here", reply.other_errors],
    ["Right answer", reply.right_answer],
    ["On the way", reply.values_on_the_way],
  ];
  const add = ([name, value]) => value && list.append(element("dt", name), element("dd", value));
  rows.forEach(add);
  if (notes.some(([, value]) => value)) list.append(element("dt", "The tutor’s notes", "part"));
  notes.forEach(add);
  return list;
}

function show() {
  const reply = pack.replies[place];
  const comment = document.createElement("textarea");
  Object.assign(comment, { rows: 2, value: answer(reply, "comment"), placeholder: "Comment" });
  comment.setAttribute("aria-label", "Comment");
  comment.addEventListener("input", () => set("comment", comment.value));
  found("reply").replaceChildren(
    aboutOf(reply),
    said(reply.conversation, "", "said"),
    said(reply.reply || "(nothing was said)", "The reply to judge", "said tutor"),
    ...asked().map((label, number) => fieldOf(label, number, reply)),
    comment,
  );
  mark();
  keep();
}

function mark(scroll = false) {
  document.querySelectorAll("fieldset").forEach((field, number) => {
    field.classList.toggle("now", number === question);
    field.classList.toggle("done", Boolean(answer(pack.replies[place], asked()[number].name)));
    if (scroll && number === question) field.scrollIntoView({ block: "nearest" });
  });
}

function go(to) {
  place = Math.max(0, Math.min(pack.replies.length - 1, to));
  question = 0;
  show();
  found("reply").focus({ preventScroll: true });
  found("reply").scrollIntoView({ block: "start" });
}

function toOpen() {
  const order = pack.replies.map((_, number) => (place + 1 + number) % pack.replies.length);
  const next = order.find((number) => !done(pack.replies[number]));
  if (next === undefined) tell("Every reply is done: save the file and hand it back.");
  else go(next);
}

function save() {
  if (!kept.who) {
    tell("Type your name or initials first: they tell your answers from others'.", true);
    found("who").focus();
    return;
  }
  const names = [...pack.labels.map((label) => label.name), "comment"];
  const rows = pack.replies.map((reply) =>
    [reply.reply_id, ...names.map((name) => answer(reply, name)), kept.who, pack.digest]);
  const text = csv.write([["reply_id", ...names, "annotator", "pack"], ...rows]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" }));
  link.download = (kept.who.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "") || "annotator") + ".csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(`Saved as ${link.download}.`);
}

// Answers of the file go before those kept here; what the file leaves open stays.
function load(text, name) {
  const rows = csv.read(text);
  if (!rows) return tell(`${name} has no column reply_id: choose a file that this page or a spreadsheet saved.`, true);
  const ids = new Set(pack.replies.map((reply) => reply.reply_id));
  const answers = {};
  let gone = 0, unknown = 0;
  rows.forEach((row) => {
    const given = row.comment ? { comment: row.comment } : {};
    pack.labels.forEach((label) => {
      const value = (row[label.name] || "").toLowerCase().replace(/[\s-]+/g, "_");
      if (label.answers.includes(value)) given[label.name] = value;
      else if (value && value !== "n/a") unknown += 1;
    });
    const id = row.reply_id.toLowerCase();
    if (!Object.keys(given).length) return;
    if (ids.has(id)) answers[id] = given;
    else gone += 1;
  });
  Object.entries(answers).forEach(([id, given]) => { kept.answers[id] = { ...kept.answers[id], ...given }; });
  const who = rows.map((row) => row.annotator).find(Boolean);
  if (who) found("who").value = who;
  show();
  const notes = [`${Object.keys(answers).length} labelled replies read from ${name}.`];
  if (gone) notes.push(`${gone} are not in this pack and were left out.`);
  if (unknown) notes.push(`${unknown} answers are none that a question allows and were left out.`);
  return tell(notes.join(" "), gone + unknown > 0);
}

// Excel writes Windows-1252 unless told otherwise.
function decoded(buffer) {
  const start = new Uint8Array(buffer.slice(0, 2)).join();
  if (start === "255,254") return new TextDecoder("utf-16le").decode(buffer);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return new TextDecoder("windows-1252").decode(buffer);
  }
}

function press(key) {
  const label = asked()[question];
  if (key === "0") {
    document.querySelectorAll(`input[name="${label.name}"]`).forEach((radio) => { radio.checked = false; });
    set(label.name, "");
    mark();
    return true;
  }
  const value = label.answers[Number(key) - 1];
  if (value === undefined) return false;
  const radio = document.querySelector(`input[name="${label.name}"][value="${value}"]`);
  if (radio.checked) question = Math.min(question + 1, asked().length - 1);
  else radio.click();
  mark(true);
  return true;
}

function step(by) {
  question = Math.max(0, Math.min(asked().length - 1, question + by));
  mark(true);
  return true;
}

const keys = {
  j: () => go(place + 1),
  k: () => go(place - 1),
  n: toOpen,
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.activeElement.blur();
  if (event.target.matches("textarea, #who") || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = event.key.startsWith("Arrow");
  if (arrow && event.target.matches("input[type=radio]")) return;
  const used = Object.hasOwn(keys, event.key) ? (keys[event.key](), true) : press(event.key);
  if (used) event.preventDefault();
});
found("back").addEventListener("click", () => go(place - 1));
found("on").addEventListener("click", () => go(place + 1));
found("open").addEventListener("click", toOpen);
found("save").addEventListener("click", save);
found("load").addEventListener("click", () => found("file").click());
found("file").addEventListener("change", async () => {
  const [file] = found("file").files;
  if (!file) return;
  load(decoded(await file.arrayBuffer()), file.name);
  found("file").value = "";
});
found("who").value = kept.who;
found("who").addEventListener("input", keep);
addEventListener("beforeprint", () => { found("guidelines").open = true; });
show();
