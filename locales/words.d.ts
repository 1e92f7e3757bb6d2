declare module 'virtual:words/page' {
  const words: Record<import('#model/languages.ts').Language, import('./translator.ts').Words>;
  export default words;
}
declare module 'virtual:words/sentences' {
  const words: Record<import('#model/languages.ts').Language, import('./translator.ts').Words>;
  export default words;
}
declare module 'virtual:words/companion' {
  const words: Record<import('#model/languages.ts').Language, import('./translator.ts').Words>;
  export default words;
}
declare module 'virtual:words/*' {
  const words: import('./translator.ts').Words;
  export default words;
}
declare module 'virtual:words/loaders' {
  const loaders: Record<
    import('#model/languages.ts').Language,
    () => Promise<{ default: import('./translator.ts').Words }>
  >;
  export default loaders;
}
