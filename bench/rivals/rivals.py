"""Solve with SciPy and HiGHS what `go run ./bench/rivals -out DIR` wrote.

    python3 -m venv rivals && rivals/bin/pip install numpy scipy highspy
    rivals/bin/python bench/rivals/rivals.py DIR [--limit SECONDS] [--lu] [--lp METHOD ...]

Every line says who, what, seconds, and by how much the value differs from
gosplan's. The matrix is read and built before the clock starts.
"""

import argparse
import json
import time

import highspy
import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as spl


def read(folder):
    about = json.load(open(f"{folder}/about.json"))
    get = lambda name, kind: np.fromfile(f"{folder}/{name}", dtype=kind)
    ways = len(get("makes", "<i4"))
    matrix = lambda name, cols: sp.csr_matrix(
        (get(name + ".val", "<f8"), get(name + ".col", "<i4"), get(name + ".start", "<i8")), shape=(ways, cols)
    )
    return dict(
        about=about,
        results=about["results"],
        n=about["products"],
        ways=ways,
        input=matrix("input", about["products"]),
        use=matrix("use", about["factors"]),
        makes=get("makes", "<i4"),
        first=get("first", "<i4"),
        need=get("need", "<f8"),
        capacity=get("capacity", "<f8"),
    )


def say(who, what, seconds, value, ours, note=""):
    off = abs(value - ours) / abs(ours) if value == value else float("nan")
    print(f"{who:22s} {what:10s} {seconds:10.4f} s  differs by {off:.1e}  {note}", flush=True)


def solve(e, with_lu):
    a = (sp.identity(e["n"], format="csr") - e["input"][e["first"]].T).tocsr()
    ours = e["results"]["solve sum"]
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        x, _ = spl.bicgstab(a, e["need"], rtol=1e-8)
        best = min(best, time.perf_counter() - begin)
    left = np.linalg.norm(e["need"] - a @ x) / np.linalg.norm(e["need"])
    say("scipy bicgstab", "solve", best, x.sum(), ours, f"residual {left:.1e}")
    if with_lu:
        begin = time.perf_counter()
        x = spl.splu(a.tocsc()).solve(e["need"])
        say("scipy splu", "solve", time.perf_counter() - begin, x.sum(), ours)


def programme(e, task):
    """Columns are techniques, and for the bundle a last one, the multiple."""
    n, ways = e["n"], e["ways"]
    net = sp.csr_matrix((np.ones(ways), (e["makes"], np.arange(ways))), shape=(n, ways)) - e["input"].T.tocsr()
    if task == "technique":
        cost, lower = e["use"][:, 0].toarray().ravel(), e["need"]
        return cost, net.tocsc(), lower, np.full(n, highspy.kHighsInf)
    scale = sp.csr_matrix(-e["need"]).T
    a = sp.bmat([[net, scale], [e["use"].T, None]]).tocsc()
    cost = np.zeros(ways + 1)
    cost[-1] = -1
    f = len(e["capacity"])
    lower = np.concatenate([np.zeros(n), np.full(f, -highspy.kHighsInf)])
    return cost, a, lower, np.concatenate([np.full(n, highspy.kHighsInf), e["capacity"]])


def highs(e, task, method, limit):
    cost, a, lower, upper = programme(e, task)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = a.shape[1], a.shape[0]
    lp.col_cost_, lp.col_lower_ = cost, np.zeros(a.shape[1])
    lp.col_upper_ = np.full(a.shape[1], highspy.kHighsInf)
    lp.row_lower_, lp.row_upper_ = lower, upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = a.indptr, a.indices, a.data
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("solver", method)
    h.setOptionValue("time_limit", limit)
    h.setOptionValue("run_crossover", "off")
    h.passModel(lp)
    begin = time.perf_counter()
    h.run()
    seconds = time.perf_counter() - begin
    done = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    value = abs(h.getObjectiveValue()) if done else float("nan")
    note = "" if done else h.modelStatusToString(h.getModelStatus())
    say(f"highs {method}", task, seconds, value, e["results"][f"{task} value"], note)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("folder")
    p.add_argument("--limit", type=float, default=600.0, help="seconds for each run of HiGHS")
    p.add_argument("--lu", action="store_true", help="the sparse LU too: minutes and gigabytes")
    p.add_argument("--lp", nargs="*", default=["ipm", "simplex", "pdlp"], help="HiGHS methods: hipo, ipm, simplex, pdlp")
    args = p.parse_args()
    e = read(args.folder)
    solve(e, args.lu)
    for task in ("technique", "bundle"):
        for method in args.lp:
            highs(e, task, method, args.limit)


if __name__ == "__main__":
    main()
