/** Invented sentences that stories are made of, by language: pairs that follow one another. */
export const WORDS = {
  en: [
    ['The harbour office counted 418 boats on Sunday', 'Nineteen of them had no lamp at the bow'],
    ['Councillor Ada Brenn said the footbridge would cost £2.4m', 'A survey in March had put it at £1.9m'],
    ['Rain closed the lower road for eleven days', 'Buses went round by the quarry instead'],
    ['Ms Orlow’s report – 64 pages, no index – was read by three people', 'Two of them wrote it'],
    ['“We were not asked,” the miller said, “and we won’t pay”', 'The board sees it otherwise'],
    ['Turnout fell to 41.5 per cent (from 47)', '7,300 ballots were spoiled, twice as many as in May'],
  ],
  de: [
    ['Der Stadtrat von Hebenau gab 3,1 Millionen Euro für die Brücke frei', 'Die Fähre fährt dennoch weiter'],
    ['„Wir warten seit Jahren“, sagte die Müllerin', 'Über die Höhe der Gebühren wurde nicht gesprochen'],
    ['Das Wasserstraßenamt prüfte 212 Schleusen', 'An jeder zwölften fehlte ein Geländer'],
  ],
  fr: [
    [
      'Le conseil de Vaubrun a voté 12 % de hausse : « une erreur », selon Mme Tessier',
      'L’eau coûtera 4,10 € le mètre cube',
    ],
    ['Aujourd’hui, l’écluse n’ouvre qu’à sept heures', 'Les bateliers s’en plaignent depuis l’été'],
  ],
  ru: [
    ['Паром до острова Кирма ходил всего 47 дней', 'Осенью рейсы отменяли каждую неделю'],
    ['Совет выделил 3,4 млн на новый мост', 'Старый закроют в следующем году'],
  ],
  ar: [
    ['قال رئيس مجلس مدينة ورقاء إن الجسر سيكلف 12 مليونًا', 'ولم يُعرض التقرير على السكان'],
    ['ارتفع سعر الماء بنسبة 3.1٪ في أيار', 'ويدفع أصحاب البساتين ضعف ذلك'],
  ],
  he: [
    ['המעבורת לאי קרים פעלה 47 ימים בלבד', 'בסתיו בוטלו הפלגות מדי שבוע'],
    ['מועצת העיר אישרה 3.4 מיליון לגשר החדש', 'הגשר הישן ייסגר בשנה הבאה'],
  ],
  ja: [
    ['汐場町の連絡船は昨年47日しか運航しなかった', '秋には毎週のように欠航した'],
    ['町議会は新しい橋に3億4千万円を認めた', '古い橋は来年閉じられる'],
  ],
  zh: [
    ['柳河镇的渡船去年只开了四十七天', '秋天几乎每周都停航'],
    ['镇议会批准三千四百万元修建新桥', '旧桥将于明年关闭'],
  ],
  ko: [
    ['가람읍 나룻배는 지난해 47일만 다녔다', '가을에는 매주 결항했다'],
    ['읍의회는 새 다리에 34억 원을 승인했다', '옛 다리는 내년에 닫힌다'],
  ],
  th: [
    ['เรือข้ามฟากเกาะกีรมาวิ่งเพียง 47 วันเมื่อปีที่แล้ว', 'ฤดูใบไม้ร่วงงดเดินเรือทุกสัปดาห์'],
    ['สภาเมืองอนุมัติเงิน 34 ล้านบาทสร้างสะพานใหม่', 'สะพานเก่าจะปิดปีหน้า'],
  ],
  hi: [
    ['किरमा द्वीप की नाव पिछले साल केवल 47 दिन चली', 'पतझड़ में हर हफ़्ते यात्राएँ रद्द हुईं'],
    ['नगर परिषद ने नए पुल के लिए 3.4 करोड़ मंज़ूर किए', 'पुराना पुल अगले साल बंद होगा'],
  ],
} satisfies Record<string, [string, string][]>;

export type Language = keyof typeof WORDS;

/** What ends a sentence, with what stands before the next. */
export const STOP: Record<Language, [stop: string, space: string]> = {
  en: ['.', ' '],
  de: ['.', ' '],
  fr: ['.', ' '],
  ru: ['.', ' '],
  ar: ['.', ' '],
  he: ['.', ' '],
  ja: ['。', ''],
  zh: ['。', ''],
  ko: ['.', ' '],
  th: ['', ' '],
  hi: ['।', ' '],
};
