-- Postings that this bench has to do with and that the shop may still change: what its list leaves out is asked for.

CREATE INDEX posting_unsettled ON posting (shop, bench_state, due_at, number)
WHERE status NOT IN ('handed-over', 'delivered', 'cancelled') AND bench_state <> 'gone';
