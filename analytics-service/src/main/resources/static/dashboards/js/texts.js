// Everything the page says. A text with a value in it is a function.

export const texts = {
  signIn: {
    checking: 'Looking whether you are signed in…',
    title: 'Sign in to see the figures',
    body: 'They are for analysts and program managers. They never show one person.',
    button: 'Sign in',
    ended: 'Your session ended.',
    out: 'Sign out',
    unreachable: 'The sign-in service does not answer. Try again in a moment.',
    notAccepted: 'The service did not accept your sign-in. Sign in again.',
    failed: 'Signing in did not work. Try again.',
  },

  noAccess: {
    title: 'These figures are not open to you',
    body: 'You are signed in, but your account may not see this part of the organization. Ask whoever manages access for the role “analyst” and the org units you need.',
    whole: 'Show all I may see',
    other: 'Sign in as somebody else',
  },

  error: {
    title: 'The figures could not be fetched',
    network: 'The service cannot be reached. Your connection or the service may be down; the page tries again by itself.',
    server: (status) => `The service answered with an error (${status}). The page tries again by itself.`,
    unexpected: 'Something on this page went wrong. Reload it; if that does not help, tell whoever runs the platform.',
    retry: 'Try again now',
    stale: (time) => `Refreshing failed. You see the figures of ${time}; the page tries again by itself.`,
  },

  empty: {
    noPrograms: {
      title: 'No program to show',
      body: 'Either none has opened yet, then its figures will appear here by themselves; or your account may not see any: figures are for analysts and for the managers of a program. Ask whoever manages access.',
    },
    noFigures: { title: 'Nothing happened here in this period', body: 'Choose a longer period or a larger org unit.' },
  },

  loading: 'Fetching the figures…',
  loaded: (unit) => `Figures fetched: ${unit}.`,

  filters: {
    legend: 'What to show',
    program: 'Program',
    unit: 'Org unit',
    period: 'Period',
    from: 'From',
    to: 'To',
    organization: 'Whole organization',
    weeks: (n) => `Last ${n} weeks`,
    range: 'Between two dates',
  },

  standing: {
    asOf: (when) => `Figures as of ${when}`,
    behind: (duration) => `${duration} behind the events`,
    refreshes: (seconds) => `Refreshes every ${seconds} seconds`,
    paused: 'Refreshing is paused',
    pause: 'Pause',
    resume: 'Resume',
  },

  weekOf: (day) => `the week of ${day}`,

  groups: { people: 'People', coaching: 'Coaching', growth: 'Growth and feedback' },

  // Names are short here; the definition comes from the service's catalogue.
  metrics: {
    enrolled: 'Enrolled',
    ready: 'Ready, waiting for a partner',
    matched: 'Matched',
    match_rate: 'Match rate',
    time_to_match: 'Time to match, median',
    sessions_held: 'Sessions held',
    completion_rate: 'Completion rate',
    coaching_hours: 'Coaching hours',
    active_relationships: 'Active relationships',
    reciprocity_index: 'Reciprocity',
    goals_set: 'Goals set',
    goals_achieved: 'Goals achieved',
    feedback_response_rate: 'Feedback response rate',
    usefulness: 'Usefulness',
  },

  scales: {
    reciprocity_index: '1 is equal turns',
    usefulness: 'of 5',
  },

  counting: { seats: 'seats' },

  trend: {
    more: (amount, period) => `▲ ${amount} more than ${period}`,
    less: (amount, period) => `▼ ${amount} less than ${period}`,
    same: (period) => `As ${period}`,
    during: (period) => `in ${period}`,
    on: (day) => `on ${day}`,
    now: 'Now',
    points: (amount) => `${amount} points`,
  },

  hidden: {
    short: 'Hidden',
    long: (k) => `Hidden: fewer than ${k} people stand behind this figure, or behind a number that could be worked out from it.`,
    note: (k) => `Some figures are hidden. A figure about people is shown only where at least ${k} of them stand behind it, a share only where they do behind both its numbers if both are figures here; where a hidden one could be worked out from others of its kind, they are hidden, too. By org unit, what is the case moves only once ${k} people changed. Hidden never means zero.`,
  },
  unreleased: {
    short: 'Not yet',
    long: 'Not released yet: a period’s figures are released 14 days after it ends.',
  },
  nothing: { short: '–', long: 'Nothing to count, or a median that is not reached yet' },

  sessions: {
    title: 'Sessions per week',
    summary: (total, weeks) => `Bar chart: ${total} sessions held in ${weeks} weeks. The table below has the same figures.`,
    held: 'Sessions held',
    seats: 'Seats in sessions held',
    week: 'Week from',
    running: 'The last bar is a week that is still running.',
    unreleased: 'The last weeks are not released yet: a period’s figures are released 14 days after it ends.',
  },

  funnel: {
    title: 'From application to completion',
    summary: (first, last) => `Bar chart of the people who reached each stage, from ${first} to ${last}. The table below has the same figures.`,
    note: 'People who first reached a stage in this period.',
    partial: 'People who first reached a stage in this period, without the months that are hidden or not released yet.',
    stage: 'Stage',
    people: 'People',
    share: 'Of the first stage',
    stages: {
      applied: 'Applied',
      approved: 'Approved',
      oriented: 'Oriented',
      'charter-accepted': 'Charter accepted',
      ready: 'Ready',
      matched: 'Matched',
      'first-session': 'First session',
      'third-session': 'Third session',
      completed: 'Completed',
    },
  },

  heat: {
    title: 'Org units by month',
    about: (metric) => `${metric}, by org unit and month. Choose an org unit to look inside it.`,
    metric: 'Figure',
    unit: 'Org unit',
    less: 'less',
    more: 'more',
    legend: 'Shades from the lowest to the highest figure shown',
    open: (unit) => `Look inside ${unit}`,
    none: 'There are no org units below this one.',
  },

  meaning: {
    title: 'What these figures mean',
    calendar: 'Weeks begin on Monday; a week belongs to the month of its Thursday. Days are those of the organization’s reporting time zone. A person’s org unit is the one at enrollment. By org unit, sessions and relationships count seats: each member counts in their own unit.',
  },

  table: { show: 'Show as a table' },
};
