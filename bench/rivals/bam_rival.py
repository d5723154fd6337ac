"""Times BAM Engine on the economies of BenchmarkBam, for docs/replicas.md.

    python -m venv venv && venv/bin/pip install 'bamengine[fast]'
    venv/bin/python bench/rivals/bam_rival.py

Prints milliseconds a period, by the clock and by the processor, the least of
several stretches after a warm-up. Nothing here is needed to build gosplan.
"""

import os
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import bamengine as bam  # noqa: E402

print(f"BAM Engine {getattr(bam, '__version__', '?')}")
for times, periods in ((1, 200), (10, 100), (100, 30), (200, 20)):
    sim = bam.Simulation.init(
        n_firms=100 * times, n_households=500 * times, n_banks=10 * times,
        seed=1, logging={"default_level": "ERROR"},
    )
    for _ in range(20):
        sim.step()
    clock, processor = [], []
    for _ in range(5):
        began, spent = time.perf_counter(), time.process_time()
        for _ in range(periods // 5):
            sim.step()
        clock.append((time.perf_counter() - began) / (periods // 5))
        processor.append((time.process_time() - spent) / (periods // 5))
    print(f"agents={610 * times}: {1e3 * min(clock):.3f} ms by the clock, {1e3 * min(processor):.3f} ms by the processor")
