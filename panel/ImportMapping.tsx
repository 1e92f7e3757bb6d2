import { useId, useMemo } from 'preact/hooks';
import { ColorPicker } from '#components/ColorPicker.tsx';
import { IsolatedText } from '#components/IsolatedText.tsx';
import { t } from '#components/strings.ts';
import type { UnknownTable } from '#exchange/foreign/ForeignRecords.ts';
import { keptFields, type RecordMapping, tagsIn } from '#exchange/foreign/mapRecords.ts';
import type { ColumnRoles } from '#model/ColumnRole.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { MappingHead } from './MappingHead.tsx';
import type { ForeignFile } from './readChosenFile.ts';

/** Colours, and tags, that can be mapped one by one; the others come as they are. */
const LISTED = 50;
/** Units of a tag at most. */
const LONGEST_TAG = 64;

const HEX = /^#[\da-f]{6}$/iu;

interface Props {
  foreign: ForeignFile;
  disabled: boolean;
  onMap: (mapping: RecordMapping) => void;
}

/** What becomes of another program's columns, colours, tags and unknown fields. */
export function ImportMapping({ foreign, disabled, onMap }: Props) {
  const { records, mapping } = foreign;
  const colors = (records.colors ?? []).slice(0, LISTED);
  const all = records.format === 'claimlight' ? [] : tagsIn(records);
  const tags = all.slice(0, LISTED);
  const kept = useMemo(() => {
    // Columns stand in a list of their own.
    const columns = new Set(records.table?.columns.map(({ name }) => name));
    return keptFields(records).filter((name) => !columns.has(name));
  }, [records]);
  return (
    <>
      {records.table && (
        <ImportColumns
          table={withRoles(records.table, mapping.columns)}
          disabled={disabled}
          onChoose={(columns) => onMap({ ...mapping, columns })}
        />
      )}
      {colors.length > 0 && (
        <details class="import-mapping" data-testid="import-colors" open>
          <summary>{t('restore.colors', { count: colors.length })}</summary>
          <table>
            <MappingHead />
            <tbody>
              {colors.map(({ name, color }) => (
                <tr key={name}>
                  <th scope="row">
                    {HEX.test(name) && <span class="import-swatch" style={{ background: name }} />}
                    <IsolatedText text={name} />
                  </th>
                  <td>
                    <fieldset class="import-plain" disabled={disabled}>
                      <ColorPicker
                        label={t('restore.colorHere', { name })}
                        value={mapping.colors[name] ?? color}
                        onChange={(chosen) =>
                          onMap({ ...mapping, colors: { ...mapping.colors, [name]: chosen } })
                        }
                      />
                    </fieldset>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {tags.length > 0 && (
        <details class="import-mapping" data-testid="import-tags">
          <summary>{t('restore.tags', { count: all.length })}</summary>
          <p class="hint">
            {t('restore.tagsHint')}
            {all.length > LISTED && ` ${t('restore.tagsMore', { count: all.length - LISTED })}`}
          </p>
          <table>
            <MappingHead />
            <tbody>
              {tags.map((tag) => (
                <TagRow
                  key={tag}
                  tag={tag}
                  value={mapping.tags[tag] ?? tag}
                  disabled={disabled}
                  onChange={(chosen) => onMap({ ...mapping, tags: { ...mapping.tags, [tag]: chosen } })}
                />
              ))}
            </tbody>
          </table>
        </details>
      )}
      {kept.length > 0 && (
        <details class="import-mapping" data-testid="import-kept">
          <summary>{t('restore.kept', { count: kept.length })}</summary>
          <p class="hint">{t('restore.keptHint')}</p>
          <p>
            <IsolatedText text={kept.slice(0, LISTED).join(', ')} />
          </p>
        </details>
      )}
    </>
  );
}

/** The columns as they were chosen; reading a long table again takes a while. */
const withRoles = ({ columns, ...table }: UnknownTable, chosen: ColumnRoles = {}): UnknownTable => ({
  ...table,
  columns: columns.map((column) => ({ ...column, role: chosen[column.name] ?? column.role })),
});

interface TagProps {
  tag: string;
  value: string;
  disabled: boolean;
  onChange: (tag: string) => void;
}

function TagRow({ tag, value, disabled, onChange }: TagProps) {
  const id = useId();
  return (
    <tr>
      <th scope="row">
        <label for={id}>
          <IsolatedText text={tag} />
        </label>
      </th>
      <td>
        <input
          id={id}
          class="field-input"
          dir="auto"
          maxLength={LONGEST_TAG}
          disabled={disabled}
          value={value}
          // When it is left: each change is a look through the whole file.
          onChange={(event) => onChange(event.currentTarget.value.trim().replace(/^#/u, ''))}
        />
      </td>
    </tr>
  );
}
