// Questions with nothing asked for: what a list narrows, it says.
import type { FactsAsk } from '../backend'

export const ALL_FACTS: FactsAsk = { from: null, to: null, person_id: null, team_id: null, site_id: null, kind: null, campaign_id: null, search: null }
