// Drawing anew without taking the pen out of anybody's hand: what has the cursor keeps it, and the page does not jump.
let last = null;

/** `subject`: what the pane is about. About something else it begins at its top. */
export function redraw(pane, nodes, subject) {
  const isSame = subject === last;
  last = subject;
  const { activeElement: active } = document;
  const { id, selectionStart: start, selectionEnd: end } = pane.contains(active) ? active : {};
  const top = isSame ? pane.scrollTop : 0;
  pane.replaceChildren(...nodes);
  const again = isSame && id ? document.getElementById(id) : null;
  again?.focus({ preventScroll: true });
  if (Number.isInteger(start) && again?.setSelectionRange)
    again.setSelectionRange(start, end);
  pane.scrollTop = top;
}
