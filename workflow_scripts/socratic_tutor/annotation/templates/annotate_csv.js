// CSV as import_annotations reads it, and back: commas or what Excel makes of them, quotes, formulas.
const csv = {
  // Text that a spreadsheet would take for a formula gets an apostrophe before it, which `read` takes away.
  cell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return '"' + safe.replaceAll('"', '""') + '"';
  },

  write(rows) {
    return rows.map((row) => row.map(csv.cell).join(",") + "\r\n").join("");
  },

  // Rows of cells; the head decides whether commas, semicolons or tabs part them.
  split(text) {
    const body = text.replace(/^\ufeff/, "").replace(/^sep=.\r?\n/i, "");
    const head = body.split("\n", 1)[0];
    const mark = [",", ";", "\t"].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
    const rows = [];
    let row = [], cell = "", quoted = false;
    for (let at = 0; at < body.length; at += 1) {
      const sign = body[at];
      if (quoted && sign === '"' && body[at + 1] === '"') { cell += '"'; at += 1; }
      else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
      else if (quoted) cell += sign;
      else if (sign === mark) { row.push(cell); cell = ""; }
      else if (sign === "\n") { rows.push([...row, cell]); row = []; cell = ""; }
      else if (sign !== "\r") cell += sign;
    }
    if (cell || row.length) rows.push([...row, cell]);
    return rows;
  },

  // An object by column for each row that holds anything; null without the column reply_id.
  read(text) {
    const rows = csv.split(text);
    const head = (rows.shift() || []).map((name) => name.trim().toLowerCase());
    if (!head.includes("reply_id")) return null;
    const plain = (value) => value.trim().replace(/^'(?=[=+\-@\t\r])/, "");
    return rows.filter((row) => row.some((value) => value.trim()))
      .map((row) => Object.fromEntries(head.map((name, place) => [name, plain(row[place] || "")])));
  },
};
