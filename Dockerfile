# syntax=docker/dockerfile:1
# The first stage fetches and compiles; the last one holds nothing but what runs. Both are
# Debian 13 with Python 3.13, so that what is compiled in one fits the other. Give a tag
# with its digest to build from exactly one base: --build-arg BASE_TAG=nonroot@sha256:…
ARG PYTHON_TAG=3.13-slim-trixie
ARG BASE_TAG=nonroot

FROM python:${PYTHON_TAG} AS build
WORKDIR /srv
# With traces (docs/tracing.md): --build-arg REQUIREMENTS=requirements-otel.txt
ARG REQUIREMENTS=requirements.txt
COPY ${REQUIREMENTS} requirements.txt
# Wheels only, each with its hash: no compiler is needed, and no surprise installed.
RUN python -m pip install --no-cache-dir --disable-pip-version-check \
      --only-binary :all: --no-deps --require-hashes --target packages -r requirements.txt
COPY service service
COPY handlers handlers
COPY providers providers
# Python finds compiled code whatever the files' times are; a cold start saves 0.4 s.
# Warnings are of the packages' own docstrings.
RUN PYTHONWARNINGS=ignore python -m compileall -q -j 0 -f \
      --invalidation-mode unchecked-hash packages service handlers providers
COPY skill-package skill-package

# docker build --target console: the page of script/demo. The service's image has none of it.
FROM build AS console
COPY simulator simulator
ENV PYTHONPATH=/srv/packages PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 65532:65532
EXPOSE 8000
ENTRYPOINT ["python", "-m", "simulator", "--host", "0.0.0.0"]

# No shell, no package manager; runs as user 65532.
FROM gcr.io/distroless/python3-debian13:${BASE_TAG}
WORKDIR /srv
COPY --from=build /srv /srv
ENV PYTHONPATH=/srv/packages PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 65532:65532
EXPOSE 8080
# Nothing is written anywhere: run it with a read-only root.
ENTRYPOINT ["/usr/bin/python3.13", "-m", "service"]
