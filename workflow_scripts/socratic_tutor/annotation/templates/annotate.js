// One reply at a time; every answer is kept in the browser at once and leaves it as CSV only.
const pack = JSON.parse(document.getElementById("data").textContent);
const store = "labels:" + pack.replies.map((reply) => reply.reply_id + reply.reply.length).join();
const kept = JSON.parse(localStorage.getItem(store) || "{}");
const found = (name) => document.getElementById(name);
let place = Math.min(kept.place || 0, pack.replies.length - 1);
let question = 0;
kept.answers = kept.answers || {};

function keep() {
  kept.place = place;
  kept.who = found("who").value;
  localStorage.setItem(store, JSON.stringify(kept));
  const done = pack.replies.filter((reply) => pack.labels.every((label) => answer(reply, label.name))).length;
  found("progress").textContent = `Reply ${place + 1} of ${pack.replies.length}; ${done} done`;
}

const answer = (reply, name) => (kept.answers[reply.reply_id] || {})[name] || "";

function set(name, value) {
  const reply = pack.replies[place];
  kept.answers[reply.reply_id] = { ...kept.answers[reply.reply_id], [name]: value };
  keep();
}

function element(tag, text, classes) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

function show() {
  const reply = pack.replies[place];
  const main = found("reply");
  main.replaceChildren(
    element("p", `Grades ${reply.grades}, ${reply.topic}. The right answer: ${reply.right_answer}`),
    element("div", reply.conversation, "said"),
    element("div", reply.reply || "(nothing was said)", "said tutor"),
  );
  pack.labels.forEach((label, number) => {
    const field = element("fieldset", "", number === question ? "now" : "");
    field.append(element("legend", label.question));
    label.answers.forEach((value) => {
      const choice = element("label", "");
      const radio = document.createElement("input");
      radio.type = "radio";
      radio.name = label.name;
      radio.value = value;
      radio.checked = answer(reply, label.name) === value;
      radio.addEventListener("change", () => {
        set(label.name, value);
        question = Math.min(number + 1, pack.labels.length - 1);
        mark();
      });
      choice.append(radio, " " + value.replace("_", " "));
      field.append(choice);
    });
    main.append(field);
  });
  const comment = document.createElement("textarea");
  comment.rows = 2;
  comment.value = answer(reply, "comment");
  comment.setAttribute("aria-label", "Comment");
  comment.placeholder = "Comment";
  comment.addEventListener("input", () => set("comment", comment.value));
  main.append(comment);
  keep();
}

function mark() {
  document.querySelectorAll("fieldset").forEach((field, number) => field.classList.toggle("now", number === question));
}

function go(by) {
  place = Math.max(0, Math.min(pack.replies.length - 1, place + by));
  question = 0;
  show();
  found("reply").focus();
}

function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replaceAll('"', '""') + '"';
}

function save() {
  const names = ["reply_id", ...pack.labels.map((label) => label.name), "comment"];
  const rows = pack.replies.map((reply) =>
    [reply.reply_id, ...names.slice(1).map((name) => answer(reply, name))].map(cell).join(","));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([names.join(",") + "\n" + rows.join("\n") + "\n"], { type: "text/csv" }));
  link.download = (found("who").value.replace(/[^A-Za-z0-9_-]/g, "") || "annotator") + ".csv";
  link.click();
}

document.addEventListener("keydown", (event) => {
  if (event.target.matches("textarea, #who") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
  const label = pack.labels[question];
  const value = label.answers[Number(event.key) - 1];
  if (value) document.querySelector(`input[name="${label.name}"][value="${value}"]`).click();
});
found("back").addEventListener("click", () => go(-1));
found("on").addEventListener("click", () => go(1));
found("save").addEventListener("click", save);
found("who").value = kept.who || "";
found("who").addEventListener("input", keep);
show();
