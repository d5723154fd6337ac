package gosplan
import ("testing";"fmt";"gosplan/economy";"os";"gosplan/scenario")
func TestZZ(t *testing.T){
 sc,_:=scenario.Load(os.Getenv("START")); sc.Eras[len(sc.Eras)-1].System=os.Getenv("SYS")
 s,err:=New(Config{Scenario:sc,Seed:1,Scale:100000}); if err!=nil{t.Fatal(err)}
 for s.state.Month<=s.last{
  y,m:=s.state.Date(s.world)
  if m==12 && y>=1928 && (y-1928)%8==0 || y==1929&&m==12 {
   st:=s.state
   for _,side:=range []int{0,1}{
    var meant,inc,cash,people float64; var by [economy.Goods]float64;var pr [economy.Goods]float64; var wt [economy.Goods]float64
    for r:=0;r<8;r++{ sh:=&st.Shop[side*8+r]; for g:=range by{by[g]+=12*sh.Meant[g]; meant+=12*sh.Meant[g]; pr[g]+=sh.Price[g]*(sh.Meant[g]+1);wt[g]+=sh.Meant[g]+1}}
    for b:=range st.Block{for k:=range st.Block[b].House{h:=&st.Block[b].House[k]; if h.Members>0&&(h.Village<0)==(side==0){inc+=12*float64(h.Income);cash+=float64(h.Purse.Held());people+=float64(h.Members)/10}}}
    fmt.Printf("%d side%d people %.0f income/head %.0f cash/head %.0f rub; spend/head %.0f; ",y,side,people,inc/people/1e8,cash/people/1e8,meant/people/1e8)
    for _,g:=range []economy.Good{0,1,6,8}{fmt.Printf("%s sh %.2f p/base %.2f fail%.2f; ",g,by[g]/meant,pr[g]/wt[g]/(economy.BasePrice[g]*3e10),st.Shop[side*8].Failed[g])}
    fmt.Println()
   }
   var prof,cap float64; var ncash,pcash float64
   for k:=range st.Enterprise{e:=&st.Enterprise[k]; prof+=e.Profit; for v:=range e.Plants{cap+=e.Vintage[v].Cost}; c:=float64(e.Cash.Held()); if c<0{ncash+=c}else{pcash+=c}}
   price:=3e10*st.Branch[4].Price/(economy.BasePrice[4]*3e10)*economy.BasePrice[4]*.55/1.364+.45*st.Branch[5].Price/1.364
   for g:=economy.FirstBranch;g<economy.Goods;g++{ var K,P,Pos,cash,rated,capy,exp,posts,staff,wanted float64; n:=0;neg:=0
    for k:=range st.Enterprise{e:=&st.Enterprise[k]; if e.Good!=g{continue}; n++; for v:=range e.Plants{K+=e.Vintage[v].Cost}; P+=e.Profit; c:=float64(e.Cash.Held());cash+=c; if c<0{neg++};Pos+=max(0,c); rated+=e.Rated;capy+=e.Capacity;exp+=e.Expected;posts+=e.Posts;staff+=float64(e.Staff)/1e6;wanted+=float64(e.Wanted)/1e6}
    fmt.Printf("     %s K %.1f r %.3f cash/K %.3f neg %d/%d exp/cap %.2f cap/rated %.2f staff/posts %.2f wanted/posts %.2f year %.1f posts %.1f filled %.2f stock(mo) %.2f\n",g,K,P/(K*price),cash/(K*price),neg,n,exp/capy,capy/rated,staff/posts,wanted/posts,st.Branch[g].LastYear,posts,st.Branch[g].Filled,st.Branch[g].Depot.Held()/st.Branch[g].Output)
   }
   fmt.Printf("   wage %.0f prices/base:",st.Centre.MeanWage/100); for g:=economy.FirstBranch;g<economy.Goods;g++{fmt.Printf(" %s %.2f(unit %.2f, dem %.2f)",g,st.Branch[g].Price/(economy.BasePrice[g]*3e10),st.Branch[g].Unit/(economy.BasePrice[g]*3e10),st.Branch[g].Demand)}
   gdpn:=st.Last.GDP*3e10*st.Centre.Prices
   fmt.Printf("\n   offer %.2f %.2f mkt %.2f %.2f duty %.2f profit/wages %.2f debt/wages %.2f cash/wages %.2f deficit/wages %.2f gdp %.0f wages/gdpn %.2f norm %.2f out/demand\n",st.Terms.Offer[0]/(.27*3e10),st.Terms.Offer[1]/3e10,st.Region[0].MarketPrice[0]/(.27*3e10),st.Region[0].MarketPrice[1]/3e10,st.Region[0].Duty,prof/st.Year.Wages,ncash/st.Year.Wages,pcash/st.Year.Wages,st.Year.Deficit/st.Year.Wages,st.Last.GDP,st.Year.Wages/gdpn,st.Branch[6].Norm)
  }
  if err:=s.month();err!=nil{t.Fatal(err)}
 }
}
