/** Tells the height of the page's content, now and whenever it changes, even where html and body fill the frame. */
export function watchHeight(tell: (height: number) => void): void {
  let told = -1;
  const measure = (): void => {
    const height = Math.ceil(contentBottom());
    if (height === told) return;
    told = height;
    tell(height);
  };
  const sizes = new ResizeObserver(measure);
  const children = new MutationObserver(() => observeChildren(sizes, measure));
  children.observe(document.body, { childList: true });
  observeChildren(sizes, measure);
}

function observeChildren(sizes: ResizeObserver, measure: () => void): void {
  for (const child of document.body.children) sizes.observe(child);
  measure();
}

function contentBottom(): number {
  const bottoms = [...document.body.children].map((child) => child.getBoundingClientRect().bottom + window.scrollY);
  const { paddingBottom, marginBottom } = getComputedStyle(document.body);
  return Math.max(0, ...bottoms) + Number.parseFloat(paddingBottom) + Number.parseFloat(marginBottom);
}
