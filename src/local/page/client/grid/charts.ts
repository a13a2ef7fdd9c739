import { LETTERS_HEIGHT, type Tab } from './tab';

/** Pictures lie over the cells and scroll with them. */
export function drawCharts(layer: HTMLElement, tab: Tab): void {
  layer.replaceChildren(
    ...tab.sheet.charts.map((chart) => {
      const image = document.createElement('img');
      image.src = chart.address;
      image.alt = chart.title;
      image.width = chart.width;
      image.height = chart.height;
      image.loading = 'lazy';
      image.style.left = `${tab.numbersWidth + tab.columns.start(chart.column) + chart.offsetX}px`;
      // One that begins in a frozen column is not cut by it.
      if (chart.column < tab.sheet.frozenColumns) image.className = 'frozen';
      image.style.top = `${LETTERS_HEIGHT + tab.rows.start(chart.row) + chart.offsetY}px`;
      return image;
    }),
  );
}
