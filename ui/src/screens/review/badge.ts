import type { Badge } from '../../app/badges'

export const badge: Badge = async (host) => (await host.reviewQueue()).items.length
