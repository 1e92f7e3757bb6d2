import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../strings.ts';
import type { LibraryActions, LibraryAddress, LibraryRows, RowKey } from './LibraryState.ts';
import { ListRow } from './ListRow.tsx';

interface Props {
  rows: LibraryRows;
  address: LibraryAddress;
  selected: ReadonlySet<string>;
  actions: LibraryActions;
  /** The reader wants to go on in the reading pane. */
  onEnter: () => void;
}

/** Height of a row in root font sizes, as in library.css. */
const ROW = 4.75;
/** Rows drawn beyond the edges. */
const BEYOND = 6;
/** Rows drawn until the height is known. */
const FIRST = 20;
/** Keys held down move on without opening every row on their way, ms. */
const OPEN_AFTER = 120;

/**
 * The whole library as one list box, of which only the rows in sight are drawn: every row has the same height, so that a
 * list of 100,000 scrolls like one of ten. Its keys are those of a list box with many choices.
 */
export function MarkList({ rows, address, selected, actions, onEnter }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [height] = useState(
    () => ROW * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const [range, setRange] = useState<[number, number]>([0, FIRST]);
  const [cursor, setCursor] = useState<RowKey | null>(address.open);
  /** Where a range begins. */
  const from = useRef(0);
  const last = useRef(0);
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  const at = cursor ? rows.indexOf(cursor) : -1;
  const current = at >= 0 ? at : Math.min(last.current, rows.count - 1);
  last.current = Math.max(0, current);

  const look = () => {
    const list = box.current;
    if (!list) return;
    const first = Math.max(0, Math.floor(list.scrollTop / height) - BEYOND);
    const end = Math.min(rows.count, Math.ceil((list.scrollTop + list.clientHeight) / height) + BEYOND);
    setRange((before) => (before[0] === first && before[1] === end ? before : [first, end]));
  };
  useLayoutEffect(look, [rows.count, height]);
  useEffect(() => {
    const seen = new ResizeObserver(look);
    if (box.current) seen.observe(box.current);
    return () => seen.disconnect();
  });
  useEffect(() => actions.see(range[0], range[1]), [range, rows]);
  useEffect(() => () => clearTimeout(opening.current), []);

  // Another list begins at its top, or at the row that its address names.
  const listed = `${address.query} ${address.group}`;
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (shown.current === listed) return;
    const isFirst = shown.current === null;
    shown.current = listed;
    const open = address.open ? rows.indexOf(address.open) : -1;
    last.current = Math.max(0, open);
    from.current = last.current;
    setCursor(address.open);
    if (open >= 0 || !isFirst) reveal(Math.max(0, open));
  }, [listed, rows]);
  // Back and forward lead the list along.
  useEffect(() => {
    if (address.open && (address.open.id !== cursor?.id || address.open.group !== cursor?.group)) {
      setCursor(address.open);
      const open = rows.indexOf(address.open);
      if (open >= 0) reveal(open);
    }
  }, [address.open?.id, address.open?.group]);

  function reveal(index: number): void {
    const list = box.current;
    if (!list) return;
    const top = index * height;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + height > list.scrollTop + list.clientHeight)
      list.scrollTop = top + height - list.clientHeight;
    look();
  }

  function moveTo(index: number, event: KeyboardEvent): void {
    const next = Math.max(0, Math.min(rows.count - 1, index));
    const row = rows.at(next);
    if (!row) return;
    event.preventDefault();
    setCursor(row);
    last.current = next;
    reveal(next);
    if (event.shiftKey) actions.selectRange(from.current, next);
    else from.current = next;
    clearTimeout(opening.current);
    // Where the pane would cover the list, it opens with Enter.
    if (matchMedia('(min-width: 40rem)').matches)
      opening.current = setTimeout(() => actions.open(row), OPEN_AFTER);
  }

  function toggle(row: RowKey): void {
    if (row.id === undefined) actions.toggleGroup(row.group);
    else actions.select([row.id], selected.has(row.id) ? 'remove' : 'add');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 1);
    const row = rows.at(current);
    const isCommand = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowDown':
        moveTo(current + 1, event);
        return;
      case 'ArrowUp':
        moveTo(current - 1, event);
        return;
      case 'PageDown':
        moveTo(current + page, event);
        return;
      case 'PageUp':
        moveTo(current - page, event);
        return;
      case 'Home':
        moveTo(0, event);
        return;
      case 'End':
        moveTo(rows.count - 1, event);
        return;
      case ' ':
        event.preventDefault();
        if (row) toggle(row);
        from.current = current;
        return;
      case 'a':
        if (!isCommand) return;
        event.preventDefault();
        actions.selectAll();
        return;
      case 'Enter':
        event.preventDefault();
        clearTimeout(opening.current);
        if (row) actions.open(row);
        onEnter();
        return;
      case 'Escape':
        if (selected.size > 0) actions.select([], 'only');
        return;
      case 'Delete':
        if (selected.size > 0) actions.removeSelected();
        return;
    }
  }

  function onClick(index: number, row: RowKey, event: MouseEvent): void {
    setCursor(row);
    last.current = index;
    const isBox = event.target instanceof Element && event.target.closest('.row-check') !== null;
    if (event.shiftKey) {
      actions.selectRange(from.current, index);
      return;
    }
    from.current = index;
    if (isBox || event.ctrlKey || event.metaKey) toggle(row);
    else actions.open(row);
  }

  const drawn = Array.from({ length: Math.max(0, range[1] - range[0]) }, (_, number) => range[0] + number);
  // What has the focus is always there, wherever the list was scrolled to.
  if (current >= 0 && rows.count > 0 && !drawn.includes(current)) drawn.push(current);
  return (
    <div
      class="mark-list"
      data-testid="mark-list"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={t('library.list')}
      aria-activedescendant={current >= 0 ? `row-${current}` : undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" class="mark-rows" style={{ height: `${rows.count * height}px` }}>
        {drawn.map((index) => {
          const row = rows.at(index);
          if (!row) return null;
          const head = row.id === undefined ? rows.headOf(row.group) : undefined;
          const ids = row.id === undefined ? rows.idsOf(row.group) : [row.id];
          return (
            <ListRow
              key={`${row.group} ${row.id}`}
              index={index}
              count={rows.count}
              top={index * height}
              head={head}
              mark={row.id === undefined ? undefined : rows.markOf(row.id)}
              by={address.group}
              isCurrent={index === current}
              isOpen={address.open?.group === row.group && address.open.id === row.id}
              isSelected={ids.length > 0 && ids.every((id) => selected.has(id))}
              onClick={(event) => onClick(index, row, event)}
            />
          );
        })}
      </div>
    </div>
  );
}
