// The page of search begins in its field; the walk begins at the top all the same.
() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}
