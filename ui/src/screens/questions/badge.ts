import type { Badge } from '../../frame/screens'

export const badge: Badge = async (host) => (await host.questions(1)).open
