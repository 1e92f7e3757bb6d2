const PATHS = {
  note: 'M3 2.5h10v8l-3 3H3zM10 13.5v-3h3M5.5 5.5h5M5.5 8h3',
  // A book with its mark, as in the sidebar; a chain is a link to these words.
  source:
    'M3 12.5v-9A1.5 1.5 0 0 1 4.5 2H13v12H4.5A1.5 1.5 0 0 1 3 12.5ZM3 12.5A1.5 1.5 0 0 1 4.5 11H13M7 2v5l1.7-1.3L10.4 7V2',
  close: 'M4 4l8 8M12 4l-8 8',
  delete: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  claim: 'M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5l-1.8 4.2h3.6zM13 4.5l-1.8 4.2h3.6z',
  next: 'M6 3.5 10.5 8 6 12.5',
} as const;

/** The icons the page's quick editor needs, drawn here so that the script in pages stays small. */
export function QuickIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="quick-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
