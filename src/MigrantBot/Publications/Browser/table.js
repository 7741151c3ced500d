// The table is the truth: a chart is drawn from what stands in it, and writes numbers as they are written there.

/** One row as a chart needs it. `value` is null where the cell is not shown; `text` is what the table says then. */
function read(row, table) {
  const [label, cell, range] = row.cells;
  const data = cell.querySelector('data');
  const margin = Number(row.dataset.margin ?? table.dataset.margin);
  const value = data === null ? null : Number(data.value);
  return {
    label: label.textContent,
    short: row.dataset.short ?? label.textContent,
    text: cell.textContent,
    range: range?.textContent ?? '',
    value,
    low: value === null ? 0 : Math.max(0, value - margin),
    high: value === null ? Number(table.dataset.threshold) : value + margin,
    isTogether: row.parentElement.tagName === 'TFOOT',
  };
}

/** All rows, in the order of the table. */
export const rowsOf = table => [...table.tBodies].concat(table.tFoot ?? []).flatMap(part => [...part.rows]).map(row => read(row, table));
