import { pageRoot } from './pageDocument.ts';

/** What a page paints above all else, by the layer of ours, is painted later only by what stands behind us in its tree. */
const STYLES = ['clipPath', 'maskImage', 'transform', 'translate', 'scale', 'rotate'] as const;
/** No transform at all, written as one: pages force a layer by it. */
const IDENTITY = /^matrix\(1, 0, 0, 1, 0, 0\)$/;
/** Less of what the reader sees is no longer seen. */
const SEEN = 0.8;

/**
 * Whether the page shows our host element otherwise than it is, at a point where it was pressed: see-through, cut, moved or
 * scaled with the root element, or under something that lets presses through to it. What is asked is what a page can do to
 * an element whose own style it does not change; whoever holds the element looks after that.
 * @param point in CSS px of the viewport
 */
export function isDisguised(host: Element, layer: string, point: { x: number; y: number }): boolean {
  const root = pageRoot();
  if (!root || host.parentNode !== root) return true;
  const style = getComputedStyle(root);
  if (Number(style.opacity) < SEEN || /opacity|url/.test(style.filter)) return true;
  for (const name of STYLES) {
    const value = style[name] || 'none';
    if (value !== 'none' && !IDENTITY.test(value)) return true;
  }
  const isOver = (element: Element): boolean => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const isPoint = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    // Without a box of its own it may have parts that have one.
    return isPoint || left === right || top === bottom;
  };
  for (let after = host.nextElementSibling; after; after = after.nextElementSibling)
    if (getComputedStyle(after).zIndex === layer && isOver(after)) return true;
  return [...document.querySelectorAll(':popover-open')].some(isOver);
}
