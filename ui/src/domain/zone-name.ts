/** `Los Angeles` of `America/Los_Angeles`: a zone as people call it. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
