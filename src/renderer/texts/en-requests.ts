/** What buyers ask for and a person must answer. */
export const enRequests = {
  requests: {
    dueAt: 'The shop decides by itself: {{at}}',
  },
};
