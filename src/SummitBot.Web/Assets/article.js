// Leads to the marked text when the address has a range but no fragment of its own.
if (!location.hash) {
  document.getElementById("cited")?.scrollIntoView({ block: "center" });
}
