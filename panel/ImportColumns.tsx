import { useId } from 'preact/hooks';
import { IsolatedText } from '#components/IsolatedText.tsx';
import { t } from '#components/strings.ts';
import type { UnknownTable } from '#exchange/foreign/ForeignRecords.ts';
import { COLUMN_ROLES, type ColumnRole, type ColumnRoles } from '#model/ColumnRole.ts';
import { MappingHead } from './MappingHead.tsx';

interface Props {
  table: UnknownTable;
  disabled: boolean;
  onChoose: (roles: ColumnRoles) => void;
}

/** What the columns of a table are that nobody knows here: guessed by their names, and the reader's to say. */
export function ImportColumns({ table, disabled, onChoose }: Props) {
  const { columns, roles = COLUMN_ROLES } = table;
  const isKnown = table.roles !== undefined;
  const isUsed =
    isKnown || columns.some(({ role }) => role === 'quote' || role === 'url' || role === 'title');
  const choose = (name: string, role: ColumnRole) =>
    onChoose(Object.fromEntries(columns.map((one) => [one.name, one.name === name ? role : one.role])));
  return (
    <details class="import-mapping" data-testid="import-columns" open={!isKnown}>
      <summary>{t(isKnown ? 'restore.moreColumns' : 'restore.columns', { count: columns.length })}</summary>
      <p class="hint">{t(isKnown ? 'restore.moreColumnsHint' : 'restore.columnsHint')}</p>
      {!isUsed && (
        <p class="field-error" role="alert" data-testid="import-no-column">
          {t('restore.columnsNeeded')}
        </p>
      )}
      <table>
        <MappingHead />
        <tbody>
          {columns.map((column) => (
            <ColumnRow key={column.name} roles={roles} {...column} disabled={disabled} onChoose={choose} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface RowProps {
  name: string;
  role: ColumnRole;
  sample: string;
  roles: readonly ColumnRole[];
  disabled: boolean;
  onChoose: (name: string, role: ColumnRole) => void;
}

function ColumnRow({ name, role, sample, roles, disabled, onChoose }: RowProps) {
  const id = useId();
  return (
    <tr>
      <th scope="row">
        <label for={id}>
          <IsolatedText text={name} />
        </label>
        {sample && (
          <p class="hint import-sample">
            <IsolatedText text={sample} />
          </p>
        )}
      </th>
      <td>
        <select
          id={id}
          class="field-input"
          disabled={disabled}
          value={role}
          onChange={(event) => {
            const chosen = roles.find((one) => one === event.currentTarget.value);
            if (chosen) onChoose(name, chosen);
          }}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`column.${one}`)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
