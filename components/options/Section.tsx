import type { ComponentChildren } from 'preact';

interface Props {
  /** Name in the page's address, for the contents. */
  name: string;
  title: string;
  /** What it is for, in a line. */
  about?: string;
  children: ComponentChildren;
}

/** A part of the options page. */
export function Section({ name, title, about, children }: Props) {
  const heading = `${name}-title`;
  return (
    <section class="page-section" id={name} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {about && <p class="hint">{about}</p>}
      {children}
    </section>
  );
}
