// The one home of the widths and heights at which the window changes its shape. Components write
// `@media (--compact)`; plain CSS has no custom media yet, so the words are exchanged when a component is compiled.
const MEDIA = {
  '--snug': '(max-width: 1320px)', // a row of ten controls becomes two
  '--compact': '(max-width: 1180px)', // a small window
  '--stacked': '(max-width: 900px)', // magnified twice: columns stand one under the other
  '--low': '(max-height: 560px)', // as little height as a magnified window has
  '--short': '(max-height: 800px)' // a notebook
}

/** A style preprocessor of Svelte. */
export const media = {
  name: 'media',
  style: ({ content }) => ({
    code: content.replaceAll(/@media [^{]+/g, (asked) =>
      asked.replaceAll(/\((--[a-z]+)\)/g, (whole, name) => MEDIA[name] ?? whole)
    )
  })
}
