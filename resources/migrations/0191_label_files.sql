-- Whether anything still names a file of a label: asked whenever a posting ends whose label was fetched and never printed.

CREATE INDEX label_pdf ON label (sha256);
CREATE INDEX label_prepared ON label (prepared_sha256) WHERE prepared_sha256 IS NOT NULL;
CREATE INDEX print_job_bytes ON print_job (bytes_sha256);
