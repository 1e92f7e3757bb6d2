declare module '@citation-js/core' {
  export const plugins: {
    input: { chain: (data: string, options: { generateGraph: boolean }) => unknown };
  };
}
