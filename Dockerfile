# The dashboard and the command line; the graph is in the Neo4j that NEO4J_URI names.
FROM python:3.11.13-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

COPY requirements/run.txt requirements/run.txt
RUN pip install --quiet --require-hashes -r requirements/run.txt

COPY pyproject.toml README.md LICENSE gutgraph.py dashboard.py ./
COPY graph graph
COPY loaders loaders
COPY figures figures
COPY archive archive
COPY shapes shapes
COPY web web
COPY agents agents
COPY terminal terminal
COPY cypher cypher
COPY examples examples
RUN pip install --quiet --no-deps --editable . \
    && useradd --create-home --uid 10001 gutgraph

USER 10001
EXPOSE 8501
HEALTHCHECK --start-period=30s --interval=15s --timeout=5s CMD \
    ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/health', timeout=4)"]

# What `gutgraph serve` starts, but for the address: inside a container the port is published by Docker.
CMD ["python", "-P", "-m", "streamlit", "run", "dashboard.py", \
     "--server.port=8501", "--server.address=0.0.0.0", \
     "--browser.gatherUsageStats=false", "--client.showErrorDetails=none", \
     "--client.toolbarMode=minimal", "--logger.level=warning", \
     "--server.enableCORS=true", "--server.enableXsrfProtection=true", \
     "--server.fileWatcherType=none", "--server.headless=true"]
