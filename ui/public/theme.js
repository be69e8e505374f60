// Before anything is painted: the theme that was chosen on this computer, so that no light window flashes up in the dark.
// `?theme=` overrules for pictures and tests. What is chosen is kept by src/frame/theme.svelte.ts.
{
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('weekwise.theme')
  if (asked === 'light' || asked === 'dark') document.documentElement.dataset.theme = asked
}
