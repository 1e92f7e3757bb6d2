import type { ColumnRole, ColumnRoles } from '#model/ColumnRole.ts';

/** Names that programs and people give such columns, folded, in the six languages of the views and some more. */
const NAMES: Partial<Record<ColumnRole, string>> = {
  quote: `quote quotation highlight highlightedtext highlighttext selection selectedtext passage excerpt exact text
    zitat markierung markiertertext auszug textstelle citation surlignage extrait passagesurligne texte
    cita resaltado fragmento subrayado texto citazione evidenziazione اقتباس تظليل نص 引用 ハイライト 抜粋 本文`,
  note: `note notes mynote comment comments annotation remark remarks description memo
    notiz notizen kommentar anmerkung bemerkung commentaire commentaires remarque nota notas comentario comentarios
    anotacion ملاحظة ملاحظات تعليق メモ ノート コメント`,
  url: `url uri link address webaddress href pageurl sourceurl articleurl permalink source
    adresse webadresse lien quelle enlace direccion vinculo رابط عنوانالويب المصدر リンク アドレス`,
  title: `title headline name pagetitle articletitle documenttitle document article page
    titel überschrift artikel seite titre titreduarticle titulo titular articulo pagina العنوان عنوان المقال タイトル 題名 見出し 記事`,
  author: `author authors by byline creator writer autor autoren verfasser autorin auteur auteurs auteure
    autora autores المؤلف الكاتب 著者 作者`,
  date: `date created createdat createdon time timestamp added addedat dateadded datecreated highlightedat savedat updated when
    datum erstellt erstelltam hinzugefügt zeit zeitpunkt datedajout crééle cree ajoutele heure
    fecha creado creadoel fechadecreacion hora التاريخ تاريخ 日付 作成日 日時 作成日時`,
  color: `color colour highlightcolor farbe couleur color اللون لون 色`,
  tags: `tag tags label labels keyword keywords topic topics category categories
    schlagwort schlagworte schlagwörter stichwort stichworte thema themen motsclés motclé étiquette étiquettes
    etiqueta etiquetas palabrasclave tema temas وسم وسوم タグ ラベル`,
};

/** Letters and digits alone, without case and accents: "Date added" and "date_added" are one name. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\P{L}]/gu, (char) => (/\p{N}/u.test(char) ? char : ''))
    .toLowerCase();

const ROLE_OF = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(/\s+/u).map((name) => [folded(name), role as ColumnRole] as const),
  ),
);

/** What columns seem to be by their names; each thing once, but for notes, authors and tags. `keep` for the others. */
export function guessRoles(columns: readonly string[]): ColumnRoles {
  const taken = new Set<ColumnRole>();
  return Object.fromEntries(
    columns.map((name) => {
      const role = ROLE_OF.get(folded(name)) ?? 'keep';
      const isSecond = taken.has(role) && !['note', 'author', 'tags', 'keep'].includes(role);
      taken.add(role);
      return [name, isSecond ? 'keep' : role];
    }),
  );
}
