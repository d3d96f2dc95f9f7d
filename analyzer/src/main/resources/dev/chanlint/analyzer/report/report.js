"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const findings = [...document.querySelectorAll("article")].map((element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));
  const sources = JSON.parse(document.getElementById("sources").textContent);

  /** An address with a = holds filters; any other names a place in the page. */
  function filtersOfAddress() {
    const address = location.hash.slice(1);
    return new URLSearchParams(address.includes("=") ? address : "");
  }

  function matches({ element, words }, filters) {
    return [...filters].every(([key, value]) =>
      key === "text" ? words.includes(value.toLowerCase()) : element.dataset[key] === value,
    );
  }

  function apply(filters) {
    let count = 0;
    for (const finding of findings) {
      const visible = matches(finding, filters);
      finding.element.hidden = !visible;
      count += visible ? 1 : 0;
    }
    shown.textContent = `${count} of ${findings.length} shown`;
  }

  function filtersOfForm() {
    const filters = new URLSearchParams();
    for (const field of form.elements) {
      const chosen = field.name && (field.value !== "" || field.selectedIndex > 0);
      if (chosen) {
        filters.set(field.name, field.value);
      }
    }
    return filters;
  }

  function fill(filters) {
    for (const field of form.elements) {
      if (!field.name) {
        continue;
      }
      const value = filters.get(field.name);
      if (field.options) {
        const options = [...field.options];
        field.selectedIndex =
          value === null ? 0 : Math.max(0, options.findIndex((o, i) => i > 0 && o.value === value));
      } else {
        field.value = value ?? "";
      }
    }
  }

  function onFormChange() {
    const filters = filtersOfForm();
    history.replaceState(null, "", filters.size > 0 ? `#${filters}` : "#");
    apply(filters);
  }

  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
    }
  }

  function onAddressChange() {
    fill(filtersOfAddress());
    apply(filtersOfForm());
    openTarget();
  }

  form.hidden = false;
  form.addEventListener("input", onFormChange);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fill(new URLSearchParams());
    onFormChange();
  });
  addEventListener("hashchange", onAddressChange);
  onAddressChange();

  const BESIDE = 8;

  function showSource(figure, file, line) {
    const lines = sources[file];
    figure.hidden = !lines;
    if (!lines) {
      return;
    }
    const first = Math.max(1, line - BESIDE);
    const last = Math.min(lines.length, line + BESIDE);
    figure.querySelector("figcaption").textContent = `${file}:${line}`;
    const list = figure.querySelector("ol");
    list.start = first;
    list.replaceChildren(
      ...lines.slice(first - 1, last).map((text, i) => {
        const item = document.createElement("li");
        item.textContent = text;
        item.classList.toggle("now", first + i === line);
        return item;
      }),
    );
  }

  function player(witness) {
    const bar = witness.querySelector(".player");
    const slider = bar.querySelector("input");
    const told = bar.querySelector("output");
    const figure = witness.querySelector(".source");
    const steps = [...witness.querySelectorAll(".step")];

    function show(number) {
      slider.value = String(number);
      const now = steps[number - 1];
      steps.forEach((step, i) => {
        step.classList.toggle("later", i >= number);
        step.classList.toggle("now", step === now);
        step.removeAttribute("aria-current");
      });
      now.setAttribute("aria-current", "step");
      const label = now.querySelector("th").textContent;
      const parts = [...now.querySelectorAll(".part")].map((part) => part.textContent);
      told.textContent = `${label}: ${parts.join(", ")}`;
      slider.setAttribute("aria-valuetext", told.textContent);
      showSource(figure, now.dataset.file, Number(now.dataset.line));
    }

    const move = (by) =>
      show(Math.min(steps.length, Math.max(1, Number(slider.value) + by)));
    bar.hidden = false;
    slider.addEventListener("input", () => show(Number(slider.value)));
    bar.querySelector(".previous").addEventListener("click", () => move(-1));
    bar.querySelector(".next").addEventListener("click", () => move(1));
    steps.forEach((step, i) => step.addEventListener("click", () => show(i + 1)));
    show(steps.length);
  }

  for (const witness of document.querySelectorAll("details.witness")) {
    witness.addEventListener("toggle", () => player(witness), { once: true });
  }
})();
