"""Times HiGHS on linear programmes written as MPS.

    GOSPLAN_MPS=DIR go test ./plan -run XXX -bench Years -benchtime 1x
    python bench/rivals/lp_rivals.py [--limit SECONDS] [--methods hipo,ipx,simplex,pdlp] DIR/*.mps

Wants the package highspy (1.12 or later for HiPO). Each method gets two
threads, a tolerance of 1e-6, no crossover, and a time limit. One line is
printed for each: file, method, seconds without reading, status, objective.
"""

import argparse
import os
import time

import highspy

METHODS = {
    "hipo": {"solver": "hipo", "run_crossover": "off"},
    "ipx": {"solver": "ipx", "run_crossover": "off"},
    "simplex": {"solver": "simplex"},
    "pdlp": {"solver": "pdlp"},
}
TOLERANCES = (
    "primal_feasibility_tolerance",
    "dual_feasibility_tolerance",
    "ipm_optimality_tolerance",
    "pdlp_optimality_tolerance",
    "optimality_tolerance",
    "kkt_tolerance",
)


def solve(path, method, limit, tolerance):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 2)
    solver.setOptionValue("time_limit", float(limit))
    for name in TOLERANCES:
        solver.setOptionValue(name, tolerance)
    for name, value in METHODS[method].items():
        if solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            return 0.0, "no such method here", float("nan")
    solver.readModel(path)
    start = time.perf_counter()
    solver.run()
    took = time.perf_counter() - start
    status = solver.modelStatusToString(solver.getModelStatus())
    return took, status, solver.getInfo().objective_function_value


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("files", nargs="+")
    words.add_argument("--limit", type=float, default=300, help="seconds for each method")
    words.add_argument("--tolerance", type=float, default=1e-6)
    words.add_argument("--methods", default=",".join(METHODS))
    args = words.parse_args()
    print("HiGHS", highspy.Highs().version())
    for path in args.files:
        for method in args.methods.split(","):
            took, status, value = solve(path, method, args.limit, args.tolerance)
            print(f"{os.path.basename(path):20} {method:8} {took:8.2f} s  {status:20} {value:.9g}", flush=True)


if __name__ == "__main__":
    main()
