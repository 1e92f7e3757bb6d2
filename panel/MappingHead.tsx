import { t } from '#components/strings.ts';

/** Over a table of what stands in a file and what becomes of it here. */
export const MappingHead = () => (
  <thead>
    <tr>
      <th scope="col">{t('restore.inFile')}</th>
      <th scope="col">{t('restore.here')}</th>
    </tr>
  </thead>
);
