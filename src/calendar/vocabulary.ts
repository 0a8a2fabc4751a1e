/** Does an entry win strangers from search, or serve people who are customers already? */
export const goals = ['acquire', 'retain'] as const
export type Goal = (typeof goals)[number]

/** What an entry is for; the plan sets how much of each. */
export const purposes = ['awareness', 'community', 'service', 'listening', 'sales'] as const
export type Purpose = (typeof purposes)[number]

/** What someone who searches wants: to know, to do, to compare, to buy, to fix. */
export const intents = ['know', 'do', 'compare', 'buy', 'fix'] as const
export type Intent = (typeof intents)[number]

/** What a writer says of a post; whether it is live is derived. */
export const statuses = ['idea', 'draft', 'review', 'ready', 'retired'] as const
export type Status = (typeof statuses)[number]

/** What a snippet is. */
export const kinds = ['link', 'tip', 'question', 'answer', 'story', 'news', 'event', 'offer'] as const

/** What an activity is. */
export const activityKinds = ['event', 'listening', 'answers', 'calls', 'other'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Where a channel is. The last four have no posting tool: their snippets become things to do. */
export const networks = [
  'x',
  'bluesky',
  'mastodon',
  'linkedin',
  'facebook',
  'instagram',
  'threads',
  'google-business',
  'pinterest',
  'newsletter',
  'email',
  'phone',
  'event',
] as const
export type NetworkName = (typeof networks)[number]

/** Who posts what is handed over to Redis. */
export const senderNames = ['bluesky', 'mastodon', 'postiz', 'webhook'] as const
export type SenderName = (typeof senderNames)[number]

/** Who a post speaks to when only its purpose is known; undefined follows the plan. */
export const goalOfPurpose: Record<Purpose, Goal | undefined> = {
  awareness: 'acquire',
  sales: 'acquire',
  community: 'retain',
  service: 'retain',
  listening: undefined,
}

/** What an activity is for when it does not say. */
export const purposeOfActivity: Record<ActivityKind, Purpose> = {
  event: 'community',
  listening: 'listening',
  answers: 'service',
  calls: 'service',
  other: 'community',
}
