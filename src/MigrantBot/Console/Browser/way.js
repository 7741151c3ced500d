// Where the way through the list leads on from a case that has gone down in it: to the row that was next when the case was chosen.
let chosen = null;
let order = [];

/** The list stands like this while the case `id` is chosen. What moves later moves under the moderator's hands. */
export function stood(ids, id) {
  if (id !== chosen)
    [chosen, order] = [id, ids];
}

/** Which of `ids`, the list as it stands now, comes next; null where the chosen case has gone nowhere. */
export function onward(ids) {
  const now = ids.indexOf(chosen);
  const next = ids.indexOf(order.slice(order.indexOf(chosen) + 1).find(id => ids.includes(id)));
  return next >= 0 && next < now ? ids[next] : null;
}
