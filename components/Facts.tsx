import type { ComponentChild } from 'preact';
import { toChildArray } from 'preact';

interface Props {
  /** Each child is a fact; what is false or null is left out. */
  children: ComponentChild | ComponentChild[];
}

/**
 * Short facts in a row with a dot between each two. Where the row breaks, no dot is left hanging at either end: the
 * dots stand before their facts, and one that would begin a line lies outside the row's edge.
 */
export function Facts({ children }: Props) {
  const facts = toChildArray(children).filter((fact) => fact !== '');
  return (
    <span class="facts">
      <span class="facts-row">
        {facts.map((fact, at) => (
          <span class="fact" key={at}>
            {at > 0 && <span class="fact-dot"> · </span>}
            {fact}
          </span>
        ))}
      </span>
    </span>
  );
}
