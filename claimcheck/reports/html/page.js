// Makes the page better where scripts run; all of it can be read without them.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const figure = (id) => document.getElementById("c" + id);
  const panes = matchMedia("(min-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // ------------------------------------------------ a figure lights up its counterparts

  let lit = [];

  const counterparts = (element) =>
    (element.dataset.lights || "").split(" ").filter(Boolean).map(figure).filter(Boolean);

  const darken = () => {
    for (const element of lit) element.classList.remove("lit");
    lit = [];
  };

  const light = (element) => {
    darken();
    lit = element.matches(".figure") ? [element, ...counterparts(element)] : counterparts(element);
    for (const each of lit) each.classList.add("lit");
  };

  // Brings an element into sight within its own text, and leaves the page where it is.
  const reveal = (element) => {
    const pane = element.closest(".text");
    if (!pane || !panes.matches || pane.scrollHeight <= pane.clientHeight) return;
    const inner = element.getBoundingClientRect();
    const outer = pane.getBoundingClientRect();
    const head = pane.querySelector("header").offsetHeight;
    if (inner.top >= outer.top + head && inner.bottom <= outer.bottom) return;
    const top = pane.scrollTop + inner.top - outer.top - (outer.height - inner.height) / 2;
    pane.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
  };

  const show = (element) => {
    light(element);
    if (!element.matches(".figure")) return;
    const seen = new Set([element.closest(".text")]);
    for (const each of counterparts(element)) {
      const pane = each.closest(".text");
      if (!seen.has(pane)) reveal(each);
      seen.add(pane);
    }
  };

  const lighting = (event) => event.target.closest && event.target.closest("[data-lights]");
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const element = lighting(event);
      if (element) show(element);
      else darken();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") darken();
  });

  // Side by side, following a figure moves the other text only.
  document.addEventListener("click", (event) => {
    const element = event.target.closest("a.figure[data-lights]");
    if (!element || !panes.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [other] = counterparts(element);
    if (!other) return;
    event.preventDefault();
    reveal(other);
    other.focus({ preventScroll: true });
  });

  // ------------------------------------------------ filters

  for (const filters of all("[data-filters]")) {
    const items = all("[data-item]", document.getElementById(filters.dataset.filters));
    const boxes = all("input", filters);
    const status = filters.querySelector("[role=status]");
    const apply = () => {
      const off = boxes.filter((box) => !box.checked);
      for (const item of items) item.hidden = off.some((box) => item.dataset[box.dataset.key] === box.value);
      const shown = items.filter((item) => !item.hidden).length;
      status.textContent = off.length ? `${shown} of ${items.length} shown` : "";
    };
    if (boxes.length < 2) continue;
    filters.hidden = false;
    filters.addEventListener("change", apply);
    apply();
  }

  // A link to what a filter hides shows it.
  const unhide = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      target.hidden = false;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unhide);

  // ------------------------------------------------ tables that can be sorted

  const collator = new Intl.Collator("en", { numeric: true });
  const value = (row, column) => {
    const cell = row.cells[column];
    return "key" in cell.dataset ? cell.dataset.key : cell.textContent.trim();
  };
  const compare = (left, right) => {
    const [one, two] = [Number(left), Number(right)];
    return Number.isFinite(one) && Number.isFinite(two) ? one - two : collator.compare(left, right);
  };

  for (const table of all("table[data-sortable]")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const given = [...body.rows];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...[...head.childNodes].filter((node) => !node.matches || !node.matches(".note")));
      head.prepend(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const [full, empty] = [[], []];
        for (const row of given) (value(row, column) === "" ? empty : full).push(row);
        full.sort((one, two) => compare(value(one, column), value(two, column)) * (down ? -1 : 1));
        body.append(...full, ...empty);
      });
    });
  }
})();
