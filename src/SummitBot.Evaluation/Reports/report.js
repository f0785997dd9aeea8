const form = document.getElementById("filter");
const apply = () => {
  const [set, verdict, words] = ["set", "verdict", "words"].map((name) => form.elements[name].value);
  const wanted = words.toLowerCase();
  let count = 0;
  for (const section of document.querySelectorAll("section")) {
    const inSet = !set || section.dataset.set === set;
    section.hidden = !inSet;
    for (const item of inSet ? section.querySelectorAll("details") : []) {
      item.hidden =
        (verdict && item.className !== verdict) || (wanted && !item.textContent.toLowerCase().includes(wanted));
      count += item.hidden ? 0 : 1;
    }
  }
  form.elements.count.value = `${count} questions`;
};
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
apply();
