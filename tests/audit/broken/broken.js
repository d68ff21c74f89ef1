document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && document.activeElement.matches(".faint")) event.preventDefault();
});
throw new Error("on purpose");
