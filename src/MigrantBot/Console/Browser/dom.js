// Elements are made one by one and words go in as text: nothing that a person wrote is ever read as markup.

/** An element with attributes (functions are listeners, true and false switch) and children: elements, texts, or nothing. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function')
      element.addEventListener(name, value);
    else if (value === true)
      element.setAttribute(name, '');
    else if (value !== false && value != null)
      element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** A person's words without the marks that make text run backwards. */
export const plain = text => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** Runs an act with its button switched off, so that an impatient second press does nothing. */
export const once = act => async event => {
  event.preventDefault();
  const button = event.submitter ?? event.currentTarget;
  button.disabled = true;
  try {
    await act(event);
  } finally {
    button.disabled = false;
  }
};
