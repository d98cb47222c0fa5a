// Which metrics of the catalogue stand where on the page.

/** Cards, by group. */
export const GROUPS = {
  people: ['enrolled', 'ready', 'matched', 'match_rate', 'time_to_match'],
  coaching: ['sessions_held', 'completion_rate', 'coaching_hours', 'active_relationships', 'reciprocity_index'],
  growth: ['goals_set', 'goals_achieved', 'feedback_response_rate', 'usefulness'],
};

/** What the map of org units can show; the first unless chosen otherwise. */
export const HEAT = ['sessions_held', 'completion_rate', 'enrolled', 'matched', 'coaching_hours', 'usefulness'];
