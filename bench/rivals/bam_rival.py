"""Times BAM Engine on the economies of BenchmarkBam, for docs/replicas.md.

    python -m venv venv && venv/bin/pip install 'bamengine[fast]'
    venv/bin/python bench/rivals/bam_rival.py

Prints milliseconds a period after a warm-up: the least single period, which a
busy machine disturbs least, and the mean of processor time. Nothing here is
needed to build gosplan.
"""

import os
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import bamengine as bam  # noqa: E402

print(f"BAM Engine {getattr(bam, '__version__', '?')}")
for times, periods in ((1, 600), (10, 300), (100, 60), (200, 40)):
    sim = bam.Simulation.init(
        n_firms=100 * times, n_households=500 * times, n_banks=10 * times,
        seed=1, logging={"default_level": "ERROR"},
    )
    for _ in range(20):
        sim.step()
    clock, spent = [], time.process_time()
    for _ in range(periods):
        began = time.perf_counter()
        sim.step()
        clock.append(time.perf_counter() - began)
    processor = (time.process_time() - spent) / periods
    print(f"agents={610 * times}: {1e3 * min(clock):.3f} ms the least period, {1e3 * processor:.3f} ms of processor")
